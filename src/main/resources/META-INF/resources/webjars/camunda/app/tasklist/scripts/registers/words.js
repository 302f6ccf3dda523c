// How entries of the registers are said.
import { button, h } from '../case/dom.js';
import { date } from '../case/words.js';

/** 1,234,567.5 */
export const amount = (number) => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(number);

/** A first day; none is told of whom it is not known since when. */
export const since = (iso) => (iso ? date(iso) : '登记以前');

/** A last day; none while it goes on. */
export const ending = (iso) => (iso ? date(iso) : '');

/** A state with its colour, which says nothing that the word does not. */
export const standing = (name, tone) => h('span', { className: `whistle-days whistle-${tone}` }, name);

/** A name that opens a sheet. */
export function linked(name, what, open) {
  const pressed = button(name, () => open(what, pressed), { className: 'whistle-link' });
  return pressed;
}

const BY_COMPANY = ['contract', 'emergency', 'takeover'];

/** Who runs it: a company's name opens its sheet; where nobody is named the owners do. */
export const runner = (run, open) =>
  (BY_COMPANY.includes(run.basis) ? linked(run.runnerName, { company: run.runner }, open) : run.runnerName ?? '业主');
