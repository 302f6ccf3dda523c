// A part of a sheet: its heading, and a table or what stands there instead.
import { h } from '../case/dom.js';
import { empty } from '../case/section.js';

export const part = (title, ...content) =>
  h('section', { 'aria-label': title }, h('header', {}, h('h4', {}, title)), content);

/** @param rows of cells */
export const table = (label, columns, rows, none) =>
  (rows.length === 0
    ? empty(none)
    : h('div', { className: 'whistle-table', tabIndex: 0, role: 'group', 'aria-label': `${label}，可以左右滚动` },
      h('table', { 'aria-label': label },
        h('thead', {}, h('tr', {}, columns.map((it) => h('th', { scope: 'col' }, it)))),
        h('tbody', {}, rows.map((row) => h('tr', {}, row.map((it) => h('td', {}, it))))))));
