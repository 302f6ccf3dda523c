// The cases behind a figure.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { casePage } from '../case/link.js';
import { section } from '../case/section.js';
import { day, lastDay } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { AT_ONCE, paged } from '../pages/paged.js';
import { address, narrowed } from './address.js';

/**
 * @param list figure, of, item
 * @param named says how it is called
 */
export function behind(list, named, { signal, say }) {
  const title = named(list);
  const asked = (more = {}) => `${url('board', 'cases')}?${new URLSearchParams({ ...narrowed(), ...list, ...more })}`;
  const unread = h('p', { className: 'whistle-aside', hidden: true });
  const { element, reload } = section(title, () => paged({
    label: title,
    columns: ['案件编号', '事由', '流程', '小区', '镇街', '办理单位', '收到时间', '期限', '状态'],
    load,
    row: (it) => h('tr', { tabIndex: -1 }, cells(it).map((cell) => h('td', {}, cell))),
    none: '没有符合条件的案件。',
  }), unread);
  element.classList.add('whistle-behind');
  const heading = element.querySelector('h4');
  heading.tabIndex = -1;
  heading.after(h('a', { href: address(narrowed()) }, '返回看板'), exporting(() => asked(), { signal, say }));
  reload();
  return element;

  async function load(page) {
    const { cases, total, readable } = await get(asked({ page, size: AT_ONCE }), signal);
    const hidden = total - (readable ?? total);
    unread.hidden = hidden <= 0;
    unread.textContent = `另有 ${hidden} 件计入看板，但不在您可以查看的范围内。`;
    return { rows: cases, total: total - hidden };
  }
}

function cells({ caseNo, title, procedureName, compoundName, streetName, holders, receivedAt, dueAt, state, stateName, outcomeName }) {
  return [
    h('a', { href: casePage(caseNo), className: 'whistle-number' }, caseNo), title ?? '', procedureName, compoundName ?? '', streetName ?? '',
    (holders ?? []).join('、'), day(receivedAt), dueAt ? lastDay(dueAt) : '',
    h('span', { className: `whistle-state${state === 'open' ? '' : ' whistle-closed'}` }, outcomeName ?? stateName),
  ];
}
