// Who keeps the time limits: streets and departments in their order, and how it went in the last twelve months.
import { h } from '../case/dom.js';
import { empty } from '../case/section.js';
import { part, table } from '../registers/part.js';
import { tabs } from '../registers/tabs.js';
import { chart } from './charts.js';
import { bar, figure, late, share } from './figure.js';
import { month } from './names.js';

export function onTime({ onTime: { streets, departments } }, { signal }) {
  const kinds = [['镇街', streets, '镇街的期限含其所辖社区。'], ['部门', departments]].filter(([, rows]) => rows.length > 0);
  if (kinds.length === 0) return part('按期办结率', empty('没有到期的期限。'));
  return part('按期办结率', tabs('按期办结率', kinds.map(([title, rows, note]) => ({ title, open: () => ranking(title, rows, note, signal) }))));
}

function ranking(title, rows, note, signal) {
  const counted = rows.filter(({ trend: course }) => course.some(({ met, breached }) => met + breached > 0));
  return [
    table(`${title}按期办结率排名`, ['名次', title, '按期办结率', '按期（项）', '逾期（项）'], [...rows].sort(byRank).map((it) => [
      it.rank ?? '—', it.name,
      it.met + it.breached === 0 ? '—' : [h('span', { className: 'whistle-share' }, share(it.met, it.met + it.breached)), bar(it.met, it.met + it.breached)],
      figure(it.met, { figure: 'met', of: it.id }, `${it.name}按期`),
      late(it.breached, { figure: 'breached', of: it.id }, `${it.name}逾期`),
    ]), '没有到期的期限。'),
    note && h('p', { className: 'whistle-aside' }, note),
    h('h5', {}, '近 12 个月走势'),
    counted.length > 0 ? chart(trend(counted), signal) : empty('没有到期的期限。'),
    months(title, rows),
  ];
}

const byRank = (one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity);

/** Lines of the shares; a month without a time limit leaves a gap. */
const trend = (rows) => ({
  months: rows[0].trend.map((it) => it.month),
  lines: rows.map(({ name, trend: course }) => ({
    name,
    points: course.map(({ met, breached }) => (met + breached > 0 ? Number((met / (met + breached) * 100).toFixed(1)) : null)),
    told: course.map(({ met, breached }) => (met + breached > 0 ? `${share(met, met + breached)}（按期 ${met} 项，逾期 ${breached} 项）` : '没有到期的期限')),
  })),
});

/** The same as a table, made when it is opened. */
function months(title, rows) {
  const place = h('div');
  return h('details', { on: { toggle: ({ target }) => target.open && !place.firstChild && place.append(fill()) } },
    h('summary', {}, '按月数据'), place);

  function fill() {
    return table(`${title}按月按期办结率，按期与逾期`, [title, ...rows[0].trend.map((it) => month(it.month))], rows.map((it) => [
      it.name,
      ...it.trend.map(({ month: of, met, breached }) => (met + breached === 0
        ? '—'
        : h('span', {}, `${share(met, met + breached)} `,
          figure(met, { figure: 'met', of: it.id, item: of }, `${it.name}${month(of)}按期`), '／',
          late(breached, { figure: 'breached', of: it.id, item: of }, `${it.name}${month(of)}逾期`)))),
    ]), '');
  }
}
