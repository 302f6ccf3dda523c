// What is behind a figure: its cases, or weeks of patrols.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { section } from '../case/section.js';
import { exporting } from '../pages/export.js';
import { AT_ONCE, paged } from '../pages/paged.js';
import { address, narrowed } from './address.js';
import { cases } from './cases.js';
import { isOfWeeks, weeks } from './weeks.js';

/**
 * @param list figure, of, item
 * @param named says how it is called
 */
export function behind(list, named, { signal, say }) {
  const title = named(list);
  const { path, asked, columns, none, others = [], page: rowsOf } = isOfWeeks(list) ? weeks(list) : cases(list);
  const where = (more = {}) => `${url('board', ...path)}?${new URLSearchParams({ ...narrowed(), ...asked, ...more })}`;
  const aside = h('p', { className: 'whistle-aside', hidden: true });
  const { element, reload } = section(title, () => paged({
    label: title,
    columns: columns.map(([name]) => name),
    load,
    row: (it) => h('tr', { tabIndex: -1 }, columns.map(([, cell]) => h('td', {}, cell(it) ?? ''))),
    none,
  }), aside);
  element.classList.add('whistle-behind');
  const heading = element.querySelector('h4');
  heading.tabIndex = -1;
  heading.after(h('a', { href: address(narrowed()) }, '返回看板'), ...others, exporting(() => where(), { signal, say }));
  reload();
  return element;

  async function load(page) {
    const { rows, total, beside } = rowsOf(await get(where({ page, size: AT_ONCE }), signal));
    aside.hidden = !beside;
    aside.textContent = beside;
    return { rows, total };
  }
}
