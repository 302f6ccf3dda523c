// A figure that opens the list behind it.
import { h } from '../case/dom.js';
import { address, narrowed } from './address.js';

/** 12,345 */
export const count = (number) => new Intl.NumberFormat('zh-CN').format(number);

/**
 * @param list figure, of, item as GET /api/board/cases takes them, or a figure of weeks.js
 * @param said what the figure counts, for who does not see where it stands
 */
export function figure(number, list, said, look = '') {
  const className = `whistle-figure ${look}`.trim();
  if (!number) return h('span', { className: `${className} whistle-none` }, '0');
  return h('a', { className, href: address(narrowed(), list), title: '查看明细', 'aria-label': `${said}：${count(number)}` }, count(number));
}

/** The same where it is bad when there are any. */
export const late = (number, list, said) => figure(number, list, said, number ? 'whistle-is-late' : '');

/** A share of a whole as a word: 87.5%. */
export function share(part, whole) {
  return whole ? `${(part / whole * 100).toFixed(1).replace(/\.0$/, '')}%` : '—';
}

/** A bar beside a number, as long as its share of the largest. It says what the number says. */
export function bar(number, largest) {
  const element = h('span', { className: 'whistle-level' });
  element.style.width = largest ? `${Math.max(number / largest * 100, number ? 1 : 0)}%` : '0';
  return h('span', { className: 'whistle-level-room', 'aria-hidden': 'true' }, element);
}
