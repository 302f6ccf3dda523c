// The board in short, on Cockpit's first page: what is late, about to be, and whose it is.
import { h } from '../case/dom.js';
import { loading, showFailure } from '../case/section.js';
import { me } from '../pages/entry.js';
import { part } from '../registers/part.js';
import { address } from './address.js';
import { figures, left } from './figures.js';
import { byProcedure, byUnit } from './now.js';
import { grid } from './streets.js';
import { totals } from './totals.js';

/** Fills this node where the board is the reader's to see; the answer ends what is under way. */
export function openBrief(node) {
  const leaving = new AbortController();
  fill(node, leaving.signal).catch((error) => showFailure(node, error));
  return () => {
    leaving.abort();
    left();
  };
}

async function fill(node, signal) {
  if (!(await me()).seesBoard) return;
  const content = h('div', {}, loading());
  node.className = 'whistle-case whistle-board whistle-brief';
  node.replaceChildren(content);
  const { open } = await figures(signal);
  content.replaceChildren(
    totals({ open }),
    h('p', {}, h('a', { href: address({}) }, '打开监管看板')),
    h('div', { className: 'whistle-columns' },
      part('在办情况，按办理单位', byUnit(open.units)),
      h('div', {},
        part('在办情况，按程序', byProcedure(open.procedures)),
        open.streets && part('各镇街逾期情况', ...grid(open.streets)))));
}
