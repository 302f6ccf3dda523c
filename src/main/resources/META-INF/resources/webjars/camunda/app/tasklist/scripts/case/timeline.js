// What happened to the case, the latest first: who comes to a case asks first what was done last.
import { get } from './api.js';
import { facts, h } from './dom.js';
import { empty, section } from './section.js';
import { minute } from './words.js';

const ACCESS = new Set(['REVEALED', 'READ']);

export const timeline = ({ of, signal }) =>
  section('办理经过', async () => {
    const lines = (await get(of('timeline'), signal)).reverse();
    return lines.length > 0
      ? h('ol', { className: 'whistle-timeline' }, groups(lines).map(group))
      : empty('还没有办理记录。');
  });

/** Several readings in a row would bury what was done: they are folded into one line. */
function groups(lines) {
  const grouped = [];
  for (const line of lines) {
    const before = grouped.at(-1);
    if (before && ACCESS.has(line.kind) && ACCESS.has(before[0].kind)) before.push(line);
    else grouped.push([line]);
  }
  return grouped;
}

function group(lines) {
  if (lines.length === 1) return h('li', { className: `whistle-${lines[0].kind.toLowerCase()}` }, happened(lines[0]));
  const who = [...new Set(lines.map(({ actorName }) => actorName ?? '系统'))].join('、');
  return h('li', { className: 'whistle-read' },
    h('details', {},
      h('summary', {}, `查阅 ${lines.length} 次`, h('span', { className: 'whistle-aside' }, who)),
      h('ol', {}, lines.map((line) => h('li', {}, happened(line))))));
}

function happened({ at, kind, name, actorName, unitName, standsInForName, clauses, entered }) {
  return [
    h('p', { className: 'whistle-what' },
      h('span', { className: 'whistle-name' }, name),
      kind === 'STEP' && h('span', { className: 'whistle-tag' }, '自动'),
      clauses.map((clause) => h('span', { className: 'whistle-clause' }, clause))),
    h('p', { className: 'whistle-aside' },
      h('time', { dateTime: at }, minute(at)), ' · ', [unitName, actorName && standsInForName ? `${actorName}代${standsInForName}` : actorName].filter(Boolean).join(' ') || '系统'),
    kind !== 'REVEALED' && entered.length > 0 && facts(entered.map(({ label, value, party }) => [label, party ? '见当事人' : value, value?.length > 24])),
  ].filter(Boolean);
}
