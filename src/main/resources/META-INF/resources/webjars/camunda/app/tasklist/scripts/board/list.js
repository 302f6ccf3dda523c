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
  const columns = [...CASE, ...(COUNTED[list.figure] ?? NOW), STATE];
  const unread = h('p', { className: 'whistle-aside', hidden: true });
  const { element, reload } = section(title, () => paged({
    label: title,
    columns: columns.map(([name]) => name),
    load,
    row: (it) => h('tr', { tabIndex: -1 }, columns.map(([, cell]) => h('td', {}, cell(it) ?? ''))),
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

const CASE = [
  ['案件编号', ({ caseNo }) => h('a', { href: casePage(caseNo), className: 'whistle-number' }, caseNo)],
  ['事由', ({ title }) => title],
  ['程序', ({ procedureName }) => procedureName],
  ['小区', ({ compoundName }) => compoundName],
  ['镇街', ({ streetName }) => streetName],
  ['收到时间', ({ receivedAt }) => day(receivedAt)],
];
const NOW = [
  ['办理单位', ({ holders }) => (holders ?? []).join('、')],
  ['期限', ({ dueAt }) => dueAt && lastDay(dueAt)],
];
const STATE = ['状态', ({ state, stateName, outcomeName }) =>
  h('span', { className: `whistle-state${state === 'open' ? '' : ' whistle-closed'}` }, outcomeName ?? stateName)];

const UNIT = ['责任单位', ({ unitName }) => unitName];

/** What is counted where that is not the case itself: a case may be there more than once. */
const COUNTED = {
  met: [UNIT, ['期限', ({ about }) => about]],
  breached: [UNIT, ['期限', ({ about }) => about]],
  sanction: [UNIT, ['措施', ({ about }) => about]],
  referrals: [['承办单位', UNIT[1]]],
};
