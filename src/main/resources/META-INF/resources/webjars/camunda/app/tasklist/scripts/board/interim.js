// Compounds that somebody runs for the time being.
import { url } from '../case/api.js';
import { h } from '../case/dom.js';
import { compoundSheet } from '../case/link.js';
import { date } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { part } from '../registers/part.js';
import { narrowed } from './address.js';
import { folded } from './folded.js';

export function interim({ interim: kept }, frame) {
  if (!kept) return null;
  const made = part('临时管理小区',
    kept.total > 0 && `今日共 ${kept.total} 个小区处于临时管理。`,
    folded('临时管理小区', ['小区', '镇街', '管理依据', '管理单位', '开始日期'], kept.compounds.map((it) => [
      h('a', { href: compoundSheet(it.id) }, it.name), it.streetName ?? '', it.basisName, it.runnerName ?? '', it.since ? date(it.since) : '登记以前',
    ]), '今日没有处于临时管理的小区。'));
  if (kept.total > 0) {
    made.querySelector('header').append(exporting(() => `${url('board', 'compounds')}?${new URLSearchParams(narrowed())}`, frame));
  }
  return made;
}
