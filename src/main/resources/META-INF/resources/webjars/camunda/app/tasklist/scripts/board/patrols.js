// Patrols against the minimum, in the weeks that are closed.
import { url } from '../case/api.js';
import { h } from '../case/dom.js';
import { date } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { part } from '../registers/part.js';
import { narrowed } from './address.js';
import { figure, late, share } from './figure.js';
import { folded } from './folded.js';
import { ALL, LACKING } from './weeks.js';

export function patrols({ patrols: walked }, frame) {
  if (!walked) return null;
  const { from, to, minimum, done, short, units } = walked;
  const made = part('小区巡查',
    minimum > 0 && h('p', {},
      from && to && `${from === to ? week(from) : `${week(from)}至${week(to)}`}：`,
      '应巡查 ', figure(minimum, { figure: ALL }, '应巡查次数'), ' 次，达标 ', figure(done, { figure: ALL }, '达标次数'), ' 次，',
      short > 0 ? ['缺少 ', late(short, { figure: LACKING }, '缺少次数'), ' 次。'] : '没有缺少。'),
    folded('小区巡查，按单位', ['巡查单位', '应巡查次数', '达标次数', '达标率', '缺少次数'], units.map((it) => [
      it.name,
      figure(it.minimum, { figure: ALL, of: it.id }, `${it.name}应巡查次数`),
      figure(it.done, { figure: ALL, of: it.id }, `${it.name}达标次数`),
      share(it.done, it.minimum),
      late(it.short, { figure: LACKING, of: it.id }, `${it.name}缺少次数`),
    ]), '所选期间没有已结束的巡查周。'));
  if (units.length > 0) {
    made.querySelector('header').append(exporting(() => `${url('board', 'patrols')}?${new URLSearchParams(narrowed())}`, frame));
  }
  return made;
}

/** A week is told by its Monday. */
const week = (monday) => (/^\d{4}-\d{2}-\d{2}$/.test(monday) ? `${date(monday)}起的一周` : monday);
