// The ladder by unit: 抄告, 督办, 通报, 约谈 and what else stands on it.
import { h } from '../case/dom.js';
import { part } from '../registers/part.js';
import { figure } from './figure.js';
import { folded } from './folded.js';

export const sanctions = ({ sanctions: { rungs, units } }) =>
  part(rungs.map(({ name }) => name).join('、'),
    folded('督办措施，按责任单位', ['责任单位', ...rungs.map(({ name }) => name), '合计'], units.map((unit) => [
      unit.name,
      ...rungs.map((rung) => figure(unit.counts.find(({ code }) => code === rung.code)?.count ?? 0,
        { figure: 'sanction', of: unit.id, item: rung.code }, `${unit.name}${rung.name}`)),
      h('strong', {}, figure(unit.total, { figure: 'sanction', of: unit.id }, `${unit.name}合计`)),
    ]), '所选期间没有抄告、督办、通报、约谈等措施。'));
