// Complaints: about what, by which way, from which compounds, again, and whether people are satisfied.
import { h } from '../case/dom.js';
import { part } from '../registers/part.js';
import { bar, figure, late, share } from './figure.js';
import { folded } from './folded.js';

export function complaints({ complaints: told }) {
  if (!told) return null;
  const { total, matters, channels, compounds, satisfaction } = told;
  return part('投诉情况',
    h('div', { className: 'whistle-columns' },
      h('div', {}, h('h5', {}, '投诉事项'), counted('投诉事项', '事项', 'matter', matters)),
      h('div', {}, h('h5', {}, '投诉来源'), counted('投诉来源', '来源', 'channel', channels),
        h('h5', {}, '满意度'), counted('满意度', '评价', 'satisfaction', satisfaction))),
    h('h5', {}, '投诉较多的小区'),
    folded('投诉较多的小区', ['小区', '投诉', '其中重复投诉'], compounds.map((it) => [
      it.name,
      figure(it.count, { figure: 'complaints', of: it.id }, `${it.name}投诉`),
      late(it.repeats, { figure: 'repeats', of: it.id }, `${it.name}重复投诉`),
    ]), '所选期间没有投诉。'),
    total > 0 && compounds.length === 20 && h('p', { className: 'whistle-aside' }, '只列投诉最多的 20 个小区。'));
}

function counted(title, first, code, rows) {
  const whole = rows.reduce((sum, it) => sum + it.count, 0);
  const largest = Math.max(...rows.map((it) => it.count));
  return folded(title, [first, '件数', '占比'], rows.map((it) => [
    it.name, figure(it.count, { figure: code, item: it.code }, `${title}${it.name}`), [h('span', { className: 'whistle-share' }, share(it.count, whole)), bar(it.count, largest)],
  ]), '所选期间没有投诉。');
}
