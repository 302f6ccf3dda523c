// The cases behind a figure, as list.js shows them.
import { h } from '../case/dom.js';
import { casePage } from '../case/link.js';
import { day, lastDay } from '../case/words.js';

/** @param list figure, of, item */
export const cases = (list) => ({
  path: ['cases'],
  asked: list,
  columns: [...CASE, ...(COUNTED[list.figure] ?? NOW), STATE],
  none: '没有符合条件的案件。',
  page: ({ cases: rows, total, readable }) => {
    const hidden = total - (readable ?? total);
    return { rows, total: total - hidden, beside: hidden > 0 && `另有 ${hidden} 件计入看板，但不在您可以查看的范围内。` };
  },
});

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
