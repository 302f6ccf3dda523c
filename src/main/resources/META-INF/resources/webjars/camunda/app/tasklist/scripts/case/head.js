// What the case is, how long there is, and what the step stands on.
import { facts, h } from './dom.js';
import { day, lastDay, left, minute, urgency } from './words.js';

export function head(file) {
  const open = file.state === 'open';
  return h('section', { className: 'whistle-head', 'aria-label': '案件概况' },
    h('p', { className: 'whistle-line' },
      h('span', { className: 'whistle-number' }, file.caseNo),
      h('span', { className: `whistle-state${open ? '' : ' whistle-closed'}` }, open ? '办理中' : '已办结'),
      h('span', { className: 'whistle-procedure' }, file.procedureName)),
    h('h3', {}, file.title),
    file.clocks.length > 0 && h('ul', { className: 'whistle-clocks' }, file.clocks.map(clock)),
    facts([
      ['地点', [file.compoundName, file.address].filter(Boolean).join(' ')],
      ['收到时间', minute(file.receivedAt)],
      ['来源', file.sourceName],
      ['来件编号', file.externalNo],
      ['首接单位', file.unitName],
      ['查询码', file.trackingCode],
      ['关联案件', file.parentCase],
      ['办结时间', file.closedAt && minute(file.closedAt)],
      ['办理结果', file.outcomeName],
      ['详细情况', file.details, true],
    ]));
}

function clock({ kindName, clause, dueAt, daysLeft, state, endedAt, provisional }) {
  const [pressing, stands] = standing({ daysLeft, state, endedAt });
  return h('li', { className: `whistle-clock whistle-${pressing}` },
    h('span', { className: 'whistle-kind' }, kindName),
    h('strong', {}, stands),
    h('span', {}, lastDay(dueAt)),
    h('span', { className: 'whistle-clause' }, clause),
    provisional && h('span', { title: '放假安排尚未公布，公布后重新推算' }, '暂定'));
}

function standing({ daysLeft, state, endedAt }) {
  if (endedAt) {
    return state === 'BREACHED' ? ['late', `${day(endedAt)}超期办结`] : ['done', `${day(endedAt)}按期办结`];
  }
  return daysLeft === null ? ['late', '已超期'] : [urgency(daysLeft), left(daysLeft)];
}

export function basis({ clauses, guidance }) {
  return h('section', { className: 'whistle-basis', 'aria-label': '办理依据' },
    h('header', {}, h('h4', {}, '办理依据')),
    clauses.length > 0 && h('ul', { className: 'whistle-clauses', 'aria-label': '条款' },
      clauses.map((clause) => h('li', { className: 'whistle-clause' }, clause))),
    h('p', { className: 'whistle-guidance' }, guidance || '这一步没有办理说明。'));
}
