// What is open: by procedure, and by the unit whose it is.
import { h } from '../case/dom.js';
import { part } from '../registers/part.js';
import { figure, late } from './figure.js';
import { folded } from './folded.js';

export const now = ({ open }) =>
  part('在办情况',
    h('div', { className: 'whistle-columns' },
      h('div', {}, h('h5', {}, '按办理单位'), byUnit(open.units)),
      h('div', {}, h('h5', {}, '按程序'), byProcedure(open.procedures))));

export const byUnit = (rows) => counted('在办情况，按办理单位', '单位', rows, (it) => ({ of: it.id }));
export const byProcedure = (rows) => counted('在办情况，按程序', '程序', rows, (it) => ({ item: it.code }));

const counted = (label, first, rows, list) =>
  folded(label, [first, '在办', '即将到期', '已逾期'], rows.map((it) => [
    it.name,
    figure(it.open, { figure: 'open', ...list(it) }, `${it.name}在办`),
    figure(it.dueSoon, { figure: 'due-soon', ...list(it) }, `${it.name}即将到期`, it.dueSoon ? 'whistle-is-soon' : ''),
    late(it.overdue, { figure: 'overdue', ...list(it) }, `${it.name}已逾期`),
  ]), '没有在办案件。');
