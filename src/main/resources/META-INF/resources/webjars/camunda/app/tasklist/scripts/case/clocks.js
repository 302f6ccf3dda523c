// The clocks of the case: how long there is, and day by day how the end came about.
import { get } from './api.js';
import { h } from './dom.js';
import { calendar } from './calendar.js';
import { clause } from './clause.js';
import { loading, showFailure } from './section.js';
import { budget, day, lastDay, left, minute, urgency } from './words.js';

export const clocks = (file, context) =>
  h('ul', { className: 'whistle-clocks', 'aria-label': '办理期限' }, file.clocks.map((clock) => card(clock, context)));

function card(clock, context) {
  const { kindName, clause: basis, effect, effectName, dueAt, standing, standingName, provisional, holderName } = clock;
  return h('li', { className: `whistle-clock whistle-${tone(clock)}` },
    h('p', { className: 'whistle-clock-head' },
      h('span', { className: 'whistle-kind' }, kindName),
      h('span', { className: 'whistle-standing' }, standingName),
      effect === 'STATUTORY' && h('span', { className: 'whistle-tag' }, effectName),
      provisional && h('span', { className: 'whistle-tag', title: '放假安排尚未公布，公布后重新推算' }, '暂定'),
      basis.split(' ').map((it) => clause(it, context))),
    h('p', { className: 'whistle-clock-body' },
      h('strong', {}, stands(clock)),
      standing === 'paused' && h('span', {}, '恢复后继续计算'),
      standing !== 'paused' && standing !== 'cancelled' && h('span', {}, lastDay(dueAt)),
      h('span', { className: 'whistle-aside' }, terms(clock)),
      holderName && h('span', { className: 'whistle-aside' }, `计时单位 ${holderName}`)),
    provisional && h('p', { className: 'whistle-aside' }, '期限跨入尚未公布放假安排的年份，公布后重新推算，以届时推算结果为准。'),
    sheet(clock, context));
}

function tone({ standing, daysLeft }) {
  switch (standing) {
    case 'running': return urgency(daysLeft);
    case 'met': return 'done';
    case 'paused': case 'cancelled': return 'calm';
    default: return 'late';
  }
}

function stands({ standing, daysLeft, endedAt, pausedSince }) {
  switch (standing) {
    case 'met': return `${day(endedAt)}办结`;
    case 'doneLate': return `${day(endedAt)}逾期办结`;
    case 'cancelled': return `${day(endedAt)}取消`;
    case 'paused': return `${day(pausedSince)}起暂停`;
    default: return left(daysLeft);
  }
}

/** 15日，自2026年9月25日 10:00起算，延长5日 */
function terms({ budget: amount, unit, from, extended }) {
  return [
    `期限${budget(amount, unit)}`,
    `自${unit === 'HOUR' ? minute(from) : day(from)}起算`,
    extended > 0 && `已延长${budget(extended, unit)}`,
  ].filter(Boolean).join('，');
}

/** Counted when somebody asks for the first time. */
function sheet({ id, kindName }, { of, signal }) {
  const place = h('div', { className: 'whistle-sheet' });
  const details = h('details', { on: { toggle: open } },
    h('summary', {}, '逐日计算', h('span', { className: 'whistle-unseen' }, `：${kindName}`)), place);
  return details;

  async function open() {
    if (!details.open || place.firstChild) return;
    place.append(loading('正在推算…'));
    try {
      place.replaceChildren(...calendar(await get(of('clocks', id, 'days'), signal)));
    } catch (error) {
      showFailure(place, error);
      details.addEventListener('toggle', () => place.replaceChildren(), { once: true }); // asked again when unfolded again
    }
  }
}
