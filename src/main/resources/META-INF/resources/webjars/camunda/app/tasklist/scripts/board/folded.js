// A long table of which the first rows are shown until somebody wants them all.
import { button, h } from '../case/dom.js';
import { table } from '../registers/part.js';

/** As many rows stay visible (board.css). */
const SHOWN = 10;

export function folded(label, columns, rows, none) {
  const whole = table(label, columns, rows, none);
  if (rows.length <= SHOWN) return whole;
  const place = h('div', { className: 'whistle-folded' }, whole,
    button(`显示全部 ${rows.length} 行`, () => {
      const next = whole.querySelectorAll('tbody tr')[SHOWN];
      place.classList.remove('whistle-folded');
      next.tabIndex = -1;
      next.focus(); // the button that was pressed is gone
    }, { className: 'whistle-button whistle-unfold', 'aria-label': `显示全部 ${rows.length} 行：${label}` }));
  return place;
}

/** Makes an element visible that stands in a row that is not. */
export const unfold = (element) => element.closest('.whistle-folded')?.classList.remove('whistle-folded');
