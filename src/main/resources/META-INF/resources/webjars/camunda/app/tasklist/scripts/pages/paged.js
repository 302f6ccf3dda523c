// A list that is shown page by page, as a table that grows.
import { button, h } from '../case/dom.js';
import { alarm, empty, told } from '../case/section.js';

export const AT_ONCE = 50;

/**
 * The list's elements, from its first page on.
 *
 * @param columns headings; one that only a screen reader is told is given as an element
 * @param load asked for a page by its number, answers with {rows, total}
 * @param row makes a row, a `tr` that can be focused
 * @param none what to say where there is nothing
 */
export async function paged({ label, columns, load, row, none }) {
  const first = await load(0);
  if (first.total === 0) return [empty(none)];
  const body = h('tbody', {}, first.rows.map(row));
  const mistake = h('div');
  let next = 1;
  const more = button('', async () => {
    try {
      mistake.replaceChildren();
      const further = await load(next);
      next += 1;
      const rows = further.rows.map(row);
      body.append(...rows);
      rows[0]?.focus();
      offer(further.total);
    } catch (error) {
      const said = told(error);
      if (said) mistake.replaceChildren(alarm(said));
    }
  });
  offer(first.total);
  return [
    h('p', { className: 'whistle-aside whistle-total' }, `共 ${first.total} 条`),
    h('div', { className: 'whistle-table' },
      h('table', { 'aria-label': label },
        h('thead', {}, h('tr', {}, columns.map((it) => (typeof it === 'string' ? h('th', { scope: 'col' }, it) : it)))),
        body),
      more),
    mistake,
  ];

  function offer(total) {
    const left = total - body.rows.length;
    more.hidden = left <= 0;
    more.textContent = `再显示 ${Math.min(left, AT_ONCE)} 条（还有 ${left} 条）`;
  }
}
