// Patrols against the minimum, in the weeks that are closed.
import { url } from '../case/api.js';
import { h } from '../case/dom.js';
import { date } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { part } from '../registers/part.js';
import { narrowed } from './address.js';
import { count, share } from './figure.js';
import { folded } from './folded.js';

export function patrols({ patrols: walked }, frame) {
  if (!walked) return null;
  const { from, to, minimum, done, short, units } = walked;
  const made = part('小区巡查',
    minimum > 0 && h('p', {},
      [from && to && `${from === to ? week(from) : `${week(from)}至${week(to)}`}：`,
        `应巡查 ${count(minimum)} 次，达标 ${count(done)} 次，`].filter(Boolean).join(''),
      short > 0 ? h('strong', { className: 'whistle-is-late' }, `缺少 ${count(short)} 次`) : '没有缺少', '。'),
    folded('小区巡查，按单位', ['巡查单位', '应巡查次数', '达标次数', '达标率', '缺少次数'], units.map((it) => [
      it.name, count(it.minimum), count(it.done), share(it.done, it.minimum),
      it.short > 0 ? h('strong', { className: 'whistle-is-late' }, count(it.short)) : '0',
    ]), '所选期间没有已结束的巡查周。'));
  if (units.length > 0) {
    made.querySelector('header').append(exporting(() => `${url('board', 'patrols')}?${new URLSearchParams(narrowed())}`, frame));
  }
  return made;
}

/** A week is told by its Monday. */
const week = (monday) => (/^\d{4}-\d{2}-\d{2}$/.test(monday) ? `${date(monday)}起的一周` : monday);
