// The weeks behind a figure of patrols, as list.js shows them.
import { h } from '../case/dom.js';
import { casePage, compoundSheet } from '../case/link.js';
import { date } from '../case/words.js';
import { address, narrowed } from './address.js';
import { count } from './figure.js';

export const ALL = 'patrols';
export const LACKING = 'patrols-short';

/** Figures of weeks; any other is one of cases. */
export const isOfWeeks = ({ figure }) => figure === ALL || figure === LACKING;

/** @param list figure, of */
export function weeks(list) {
  const { figure, of } = list;
  const lacking = figure === LACKING;
  const one = of ? { of } : {};
  return {
    path: ['patrols', 'weeks'],
    asked: { ...one, lacking },
    columns: [
      ['周', ({ week }) => `${date(week)}起`],
      ['巡查单位', ({ unit, unitName }) => (of ? unitName : h('a', { href: address(narrowed(), { figure, of: unit }), title: '只看这个单位' }, unitName))],
      ['小区', ({ compound, compoundName }) => (compound ? h('a', { href: compoundSheet(compound) }, compoundName ?? compound) : '全部小区')],
      ['应巡查次数', ({ minimum }) => count(minimum)],
      ['实际次数', ({ done }) => count(done)],
      ['缺少次数', ({ short }) => (short > 0 ? h('strong', { className: 'whistle-is-late' }, count(short)) : '0')],
      ['连续不足', ({ streak }) => streak > 0 && `${streak} 周`],
      ['该单位当周立案', ({ caseNo }) => caseNo && h('a', { href: casePage(caseNo), className: 'whistle-number' }, caseNo)],
    ],
    none: lacking ? '所选期间没有巡查不足的周。' : '所选期间没有已结束的巡查周。',
    others: [
      h('a', { href: address(narrowed(), { figure: lacking ? ALL : LACKING, ...one }) }, lacking ? '查看全部各周' : '只看不足的周'),
      of && h('a', { href: address(narrowed(), { figure }) }, '查看所有单位'),
    ].filter(Boolean),
    page: ({ weeks: rows, total, minimum, done, short }) => ({
      rows, total,
      beside: total > 0 && `共应巡查 ${count(minimum)} 次，达标 ${count(done)} 次，缺少 ${count(short)} 次。一周内超出规定的次数，不抵补其他周和其他小区。`,
    }),
  };
}
