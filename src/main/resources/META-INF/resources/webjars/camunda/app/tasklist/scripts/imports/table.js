// Tables of the page; a long one is shown in portions.
import { button, h } from '../case/dom.js';

const AT_ONCE = 100;

/** @param rows of cells: text, a number or an element */
export function table(caption, titles, rows) {
  const body = h('tbody');
  const more = button('', () => {
    const first = body.rows.length;
    fill();
    body.rows[first]?.focus();
  });
  fill();
  return h('div', { className: 'whistle-table' },
    h('table', {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, titles.map((title) => h('th', { scope: 'col' }, title)))),
      body),
    more);

  function fill() {
    const from = body.rows.length;
    const shown = rows.slice(from, from + AT_ONCE);
    // Focused after a further portion has come, so that a keyboard goes on where it was.
    body.append(...shown.map((cells) => h('tr', { tabIndex: -1 }, cells.map((cell) => h('td', {}, cell)))));
    const left = rows.length - from - shown.length;
    more.hidden = left === 0;
    more.textContent = `再显示 ${Math.min(left, AT_ONCE)} 行（还有 ${left} 行）`;
  }
}
