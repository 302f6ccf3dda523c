// What is read in five seconds.
import { h } from '../case/dom.js';
import { figure, share } from './figure.js';

export const totals = ({ open, onTime, complaints }) =>
  h('section', { className: 'whistle-totals', 'aria-label': '总体情况' },
    h('ul', {},
      tile('已逾期', figure(open.overdue, { figure: 'overdue' }, '已逾期'), '件', open.overdue > 0 ? 'late' : 'done'),
      tile('即将到期', figure(open.dueSoon, { figure: 'due-soon' }, '即将到期'), '件', open.dueSoon > 0 ? 'soon' : 'done', '3 个工作日内'),
      tile('在办', figure(open.open, { figure: 'open' }, '在办'), '件', 'calm'),
      onTime && tile('按期办结率', h('span', { className: 'whistle-figure' }, share(onTime.met, onTime.met + onTime.breached)), '', 'calm',
        '按期 ', figure(onTime.met, { figure: 'met' }, '按期办结'), ' 项，逾期 ', figure(onTime.breached, { figure: 'breached' }, '逾期'), ' 项'),
      complaints && tile('投诉', figure(complaints.total, { figure: 'complaints' }, '投诉'), '件', 'calm'),
      complaints && tile('重复投诉', figure(complaints.repeats, { figure: 'repeats' }, '重复投诉'), '件', complaints.repeats > 0 ? 'soon' : 'done')));

const tile = (label, value, unit, tone, ...note) =>
  h('li', { className: `whistle-tile whistle-${tone}` },
    h('span', { className: 'whistle-tile-label' }, label),
    h('span', { className: 'whistle-tile-value' }, value, unit && h('span', { className: 'whistle-unit' }, unit)),
    note.length > 0 && h('span', { className: 'whistle-tile-note' }, note));
