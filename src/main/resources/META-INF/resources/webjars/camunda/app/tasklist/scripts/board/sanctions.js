// The ladder: 抄告, 督办, 通报, 约谈 by unit.
import { h } from '../case/dom.js';
import { part, table } from '../registers/part.js';
import { figure } from './figure.js';

export const sanctions = ({ sanctions: { rungs, units } }) =>
  part('抄告、督办、通报、约谈',
    table('抄告、督办、通报、约谈，按责任单位', ['责任单位', ...rungs.map(({ name }) => name), '合计'], units.map((unit) => [
      unit.name,
      ...rungs.map((rung) => figure(unit.counts.find(({ code }) => code === rung.code)?.count ?? 0,
        { figure: 'sanction', of: unit.id, item: rung.code }, `${unit.name}${rung.name}`)),
      h('strong', {}, figure(unit.total, { figure: 'sanction', of: unit.id }, `${unit.name}合计`)),
    ]), '所选期间没有抄告、督办、通报和约谈。'));
