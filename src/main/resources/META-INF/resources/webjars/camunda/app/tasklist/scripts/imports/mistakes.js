// What is wrong in a register, by row and column.
import { table } from './table.js';

export const mistakes = (errors) =>
  table('错误清单（行号与表格软件里的行号一致，第 1 行是表头）', ['行', '列', '问题和改法'],
    errors.map(({ row, column, message }) => [row, column ?? '整行', message]));
