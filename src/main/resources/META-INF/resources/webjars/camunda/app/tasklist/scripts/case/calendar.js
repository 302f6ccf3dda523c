// A period on the calendar, month by month: which day counts and why, to be shown to whoever doubts the deadline.
import { h } from './dom.js';
import { budget, day, lastDay, minute } from './words.js';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

/** What stands under the date; the server's own words are read out, and shown where there is room for a line a day. */
const LABELS = {
  TRIGGER: () => '起算日',
  REST: ({ holiday }) => holiday ?? '周末',
  REST_AT_END: () => '顺延',
  STILL_REST: () => '顺延',
  PAUSED: () => '暂停',
  HOURS: () => '计时',
};

export function calendar(sheet) {
  // Nobody knows the last day of what is paused.
  const last = sheet.pausedSince ? null : sheet.days.at(-1).date;
  return [
    h('p', {}, told(sheet)),
    h('div', { className: 'whistle-months' }, months(sheet.days).map((days) => month(days, last))),
    legend(sheet.days, last),
  ];
}

function told({ budget: amount, unit, extended, from, dueAt, pausedSince, provisional, days }) {
  const whole = budget(amount + (extended ?? 0), unit);
  const added = extended > 0 ? `（含延长${budget(extended, unit)}）` : '';
  const end = pausedSince ? `，${day(pausedSince)}起暂停，恢复后继续计算` : `，${lastDay(dueAt)}`;
  if (unit === 'HOUR') return `自${minute(from)}起连续计算${whole}${added}${end}。`;
  const left = days.filter(({ reason }) => reason === 'PAUSED').length;
  return [
    `自${day(from)}起算，期限${whole}${added}，起算日不计入`,
    unit === 'WORKDAY' && '，节假日和周末不计入，调休上班日计入',
    left > 0 && `，暂停的${left}天不计入`,
    end,
    !pausedSince && '（24时届满）',
    provisional && '；放假安排公布前暂定',
    '。',
  ].filter(Boolean).join('');
}

/** The days by the month they lie in. */
function months(days) {
  const byMonth = new Map();
  days.forEach((it) => byMonth.set(it.date.slice(0, 7), [...(byMonth.get(it.date.slice(0, 7)) ?? []), it]));
  return [...byMonth.values()];
}

function month(days, last) {
  const [year, number] = days[0].date.split('-').map(Number);
  const known = new Map(days.map((it) => [Number(it.date.slice(8)), it]));
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const offset = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const weeks = [];
  for (let first = 1 - offset; first <= length; first += 7) {
    const week = WEEK.map((_, weekday) => first + weekday);
    if (week.some((date) => known.has(date))) weeks.push(week); // a long month need not be shown whole
  }
  return h('table', { className: 'whistle-month' },
    h('caption', {}, `${year}年${number}月`),
    h('thead', {}, h('tr', {}, WEEK.map((name) => h('th', { scope: 'col', abbr: `星期${name}` }, name)))),
    h('tbody', {}, weeks.map((week) => h('tr', {}, week.map((date, weekday) => {
      if (date < 1 || date > length) return h('td', { className: 'whistle-nothing' });
      return known.has(date)
        ? cell(known.get(date), date, weekday, known.get(date).date === last)
        : h('td', { className: 'whistle-outside' }, String(date));
    })))));
}

function cell(it, date, weekday, last) {
  const { counted, why, reason, number, holiday } = it;
  const mark = holiday && (weekday < 5 ? '休' : '班');
  const moved = reason === 'REST_AT_END' || reason === 'STILL_REST';
  const label = LABELS[reason]?.(it) ?? `第${number}日`;
  return h('td', {
    className: ['whistle-day', counted ? 'whistle-counted' : 'whistle-left-out', `whistle-${reason.toLowerCase().replaceAll('_', '-')}`, last && 'whistle-last'].filter(Boolean).join(' '),
    title: why,
  },
  h('span', { className: 'whistle-date', 'aria-hidden': true },
    h('span', { className: 'whistle-month-of' }, `${Number(it.date.slice(5, 7))}月`), String(date),
    h('span', { className: 'whistle-month-of' }, `日 周${WEEK[weekday]}`)),
  mark && h('span', { className: mark === '班' ? 'whistle-mark whistle-works' : 'whistle-mark', 'aria-hidden': true }, mark),
  moved && holiday && h('span', { className: 'whistle-label', 'aria-hidden': true }, holiday),
  h('span', { className: 'whistle-label', 'aria-hidden': true }, label),
  last && h('span', { className: 'whistle-label whistle-end', 'aria-hidden': true }, '最后一日'),
  h('span', { className: 'whistle-why' },
    h('span', { className: 'whistle-unseen' }, `${date}日，`),
    [reason !== 'TRIGGER' && (counted ? '计入' : '不计入'), why, last && '最后一日'].filter(Boolean).join('，')));
}

/** Only what there is to see. */
function legend(days, last) {
  const has = (test) => days.some(test);
  const weekend = ({ date }) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  return h('p', { className: 'whistle-legend', 'aria-hidden': true },
    h('span', {}, h('i', { className: 'whistle-sample whistle-counted' }), '计入'),
    h('span', {}, h('i', { className: 'whistle-sample whistle-left-out' }), '不计入'),
    has(({ reason }) => reason === 'PAUSED') && h('span', {}, h('i', { className: 'whistle-sample whistle-paused' }), '暂停'),
    has((it) => it.holiday && !weekend(it)) && h('span', {}, h('i', { className: 'whistle-mark' }, '休'), '法定节假日'),
    has((it) => it.holiday && weekend(it)) && h('span', {}, h('i', { className: 'whistle-mark whistle-works' }, '班'), '调休上班'),
    last && h('span', {}, h('i', { className: 'whistle-sample whistle-last' }), '最后一日'));
}
