// Who held the case how long: each unit's time in all, and from when to when.
import { get } from './api.js';
import { h } from './dom.js';
import { empty, section } from './section.js';
import { minute, span, workingDays } from './words.js';

export const holders = ({ of, signal }) =>
  section('经办时长', async () => {
    const { holdings, units, referrals } = await get(of('holders'), signal);
    if (units.length === 0) return empty('还没有单位经办。');
    const most = Math.max(1, ...units.map(({ minutes }) => minutes));
    return h('ol', { className: 'whistle-holders' },
      units.map((unit) => holder(unit, holdings.filter((it) => it.unit === unit.unit), most,
        referrals.filter((it) => it.unit === unit.unit))));
  });

function holder({ unitName, minutes, workingDays: days, holding }, holdings, most, referrals) {
  return h('li', { className: holding ? 'whistle-holding' : '' },
    h('p', { className: 'whistle-held' },
      h('span', { className: 'whistle-name' }, unitName),
      holding && h('span', { className: 'whistle-state' }, '正在经办'),
      h('strong', {}, holdings.length > 1 ? `合计 ${span(minutes)}` : span(minutes)),
      h('span', { className: 'whistle-aside' }, workingDays(days))),
    h('div', { className: 'whistle-bar', 'aria-hidden': true },
      h('span', { style: `width: ${Math.max(0.5, (minutes / most) * 100)}%` })),
    h('ul', {}, holdings.map((it) => stretch(it, holdings.length > 1))),
    referrals.length > 0 && h('ul', {}, referrals.flatMap(called)));
}

// What a department that a whistle called said to it.
function called({ round, lead, said }) {
  return said.map(({ stateName, reason, at }) => h('li', {},
    h('span', { className: 'whistle-stretch' }, h('time', { dateTime: at }, minute(at))),
    h('span', {}, `第${round}次交办，${lead ? '牵头' : '协办'}：${stateName}`),
    reason && h('span', { className: 'whistle-aside' }, `理由：${reason}`)));
}

function stretch({ tasks, since, until, minutes, workingDays: days }, several) {
  return h('li', {},
    h('span', { className: 'whistle-stretch' },
      h('time', { dateTime: since }, minute(since)), ' 至 ',
      until ? h('time', { dateTime: until }, minute(until)) : '今'),
    h('span', {}, tasks.join('、')),
    several && h('span', { className: 'whistle-aside' }, `${span(minutes)}，${workingDays(days)}`));
}
