// What was written in the registers about a compound or a company, by whom, when and where from.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { section } from '../case/section.js';
import { minute } from '../case/words.js';
import { table } from './part.js';

export function history(about, { signal }) {
  const { element, reload } = section('登记记录', async () => {
    const lines = await get(`${url('registers', 'log')}?about=${encodeURIComponent(about)}`, signal);
    return table('登记记录', ['时间', '登记簿', '登记人', '来源', '内容'],
      lines.map((it) => [minute(it.at), it.registerName, it.officerName ?? '系统', it.source, h('ul', { className: 'whistle-changes' }, it.changes.map(change))]),
      '没有登记记录。');
  });
  reload();
  return element;
}

/** What a column said before, and says now. */
export const change = ({ column, before, after }) =>
  h('li', {}, `${column}：`, before && h('del', {}, before), before && ' → ', after ? h('ins', {}, after) : '（清空）');
