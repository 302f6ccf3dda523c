// A report as it would be printed: its title, whom it is sent to, sections, tables.
import { h } from '../case/dom.js';
import { table } from '../registers/part.js';

export const paper = ({ office, titleLines, addressees, parts, day }) =>
  h('article', { className: 'whistle-paper', tabIndex: 0, 'aria-label': titleLines.join('') },
    h('p', { className: 'whistle-office' }, office),
    h('p', { className: 'whistle-title' }, titleLines.flatMap((line, number) => (number ? [h('br'), line] : [line]))),
    addressees && h('p', {}, `${addressees}：`),
    parts.map(shown),
    h('p', { className: 'whistle-signed' }, office, h('br'), day));

function shown({ level, lead, text, grid, printed, worthPrinting }) {
  if (level) return h('p', { className: `whistle-level-${level}` }, text);
  if (!grid) return h('p', {}, lead && h('strong', {}, lead), text);
  if (!worthPrinting) return '';
  const rows = grid.rows.slice(0, printed);
  return h('div', {}, h('p', { className: 'whistle-aside' }, grid.title),
    table(grid.title, grid.columns, rows.map((row) => row.map((it) => it ?? '—')), '无。'));
}
