// Patrols against the minimum, in the weeks that are closed.
import { url } from '../case/api.js';
import { h } from '../case/dom.js';
import { date } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { part, table } from '../registers/part.js';
import { narrowed } from './address.js';
import { count, share } from './figure.js';

export function patrols({ patrols: walked }, frame) {
  if (!walked) return null;
  const { from, to, minimum, done, short, units } = walked;
  const made = part('小区巡查',
    minimum > 0 && h('p', {},
      [from && to && `${from === to ? week(from) : `${week(from)}至${week(to)}`}：`,
        `应巡查 ${count(minimum)} 次，计入 ${count(done)} 次，`].filter(Boolean).join(''),
      short > 0 ? h('strong', { className: 'whistle-is-late' }, `少 ${count(short)} 次`) : '全部达到最低次数', '。'),
    table('小区巡查，按单位', ['单位', '最低次数', '计入次数', '完成率', '少'], units.map((it) => [
      it.name, count(it.minimum), count(it.done), share(Math.min(it.done, it.minimum), it.minimum),
      it.short > 0 ? h('strong', { className: 'whistle-is-late' }, count(it.short)) : '0',
    ]), '所选期间没有已结束的巡查周。'));
  if (units.length > 0) {
    made.querySelector('header').append(exporting(() => `${url('board', 'patrols')}?${new URLSearchParams(narrowed())}`, frame));
  }
  return made;
}

/** A week is told by its Monday. */
const week = (monday) => (/^\d{4}-\d{2}-\d{2}$/.test(monday) ? `${date(monday)}起的一周` : monday);
