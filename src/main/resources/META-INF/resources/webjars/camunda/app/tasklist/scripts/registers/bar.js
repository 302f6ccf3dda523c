// Who ran a compound, as a bar over time. It says what the table below says, so screen readers pass it over.
import { h } from '../case/dom.js';
import { today } from '../pages/fields.js';
import { ending, since } from './words.js';

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365.25 * DAY;
/** What is not known since when is shown this long. */
const UNKNOWN = 2 * YEAR;
/** What goes on is shown this far ahead. */
const AHEAD = YEAR / 2;

const time = (iso) => Date.parse(`${iso}T00:00:00+08:00`);

export function bar(rows) {
  if (rows.length === 0) return null;
  const now = time(today());
  const known = rows.map(({ from }) => from && time(from)).filter(Boolean);
  const first = rows[0].from ? known[0] : Math.min(known[0] ?? now, now) - UNKNOWN;
  const last = Math.max(now, ...known) + AHEAD;
  const place = (at) => `${((at - first) / (last - first) * 100).toFixed(2)}%`;
  return h('div', { className: 'whistle-runs', 'aria-hidden': 'true' },
    h('div', { className: 'whistle-runs-bar' },
      rows.map((run) => {
        const from = run.from ? time(run.from) : first;
        const to = run.to ? time(run.to) + DAY : last;
        const stretch = h('div', {
          className: `whistle-run whistle-run-${run.basis}`,
          title: `${since(run.from)}至${run.to ? ending(run.to) : '今'}：${run.runnerName ?? '业主'}，${run.basisName}`,
        }, h('span', {}, run.runnerName ?? '业主'), h('span', {}, run.basisName));
        stretch.style.left = place(from);
        stretch.style.width = `${((to - from) / (last - first) * 100).toFixed(2)}%`;
        return stretch;
      }),
      mark('今天', now, 'whistle-run-today')),
    h('div', { className: 'whistle-runs-years' }, years().map((year) => mark(`${year}`, time(`${year}-01-01`), 'whistle-run-year'))));

  function mark(label, at, look) {
    const element = h('span', { className: look }, label);
    element.style.left = place(at);
    return element;
  }

  function years() {
    const from = new Date(first).getFullYear() + 1;
    const to = new Date(last).getFullYear();
    const every = Math.ceil((to - from + 1) / 12); // no more than fit
    return Array.from({ length: to - from + 1 }, (_, n) => from + n).filter((_, n) => n % every === 0);
  }
}
