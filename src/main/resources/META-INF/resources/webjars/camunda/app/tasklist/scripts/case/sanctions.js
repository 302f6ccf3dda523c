// The ladder of notices: on an escalation its rungs, on the case whose duty was missed the escalations that act on it.
import { get, url } from './api.js';
import { clause } from './clause.js';
import { h } from './dom.js';
import { caseLink } from './link.js';
import { section } from './section.js';
import { date, left, minute, urgency } from './words.js';

const TONE = { IMPOSED: 'soon', SERVED: 'calm', RECTIFIED: 'done', UNRECTIFIED: 'late', DONE: 'done', REVOKED: 'calm' };

export function sanctions(context) {
  const { of, signal, file } = context;
  const { element, reload } = section('失职处理', async () => {
    const found = await get(of('sanctions'), signal);
    element.hidden = found.length === 0;
    return h('ul', { className: 'whistle-list' }, found.map((it) => escalation(it, it.caseNo === file.caseNo, context)));
  });
  element.hidden = true; // most cases have nothing to do with it
  return {
    element,
    async reload() {
      await reload();
      if (element.querySelector('.whistle-error')) element.hidden = false;
    },
  };
}

function escalation({ caseNo, readable, state, outcomeName, partyName, duties, clauses, rungs }, own, { open, acted, signal }) {
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' },
      h('p', { className: 'whistle-what' },
        h('span', { className: 'whistle-name' }, partyName),
        !own && number(caseNo, readable, open),
        !own && state && h('span', { className: 'whistle-aside' }, state === 'open' ? '办理中' : outcomeName),
        clauses.map((it) => clause(it, { signal }))),
      h('p', {}, `没有履行的职责：${duties.join('；')}`),
      rungs.length > 0
        ? h('ol', { className: 'whistle-rungs', 'aria-label': `对${partyName}采取的措施` }, rungs.map((it) => rung(it, acted, signal)))
        : h('p', { className: 'whistle-aside' }, '还没有采取措施。')),
    !own && !readable && h('div', { className: 'whistle-acts' }, h('span', { className: 'whistle-aside' }, '本单位不能查看')));
}

const number = (caseNo, readable, open) =>
  readable
    ? caseLink(caseNo, open)
    : h('span', { className: 'whistle-number' }, caseNo);

function rung({ rungName, state, stateName, imposedAt, documentNumber, servedOn, lastDay, daysLeft, reason, letter }, acted, signal) {
  return h('li', {},
    h('p', { className: 'whistle-what' },
      h('span', { className: 'whistle-name' }, rungName),
      h('span', { className: `whistle-days whistle-${TONE[state]}` }, stateName),
      letter ? download(letter, documentNumber, acted, signal) : documentNumber && h('span', { className: 'whistle-number' }, documentNumber)),
    h('p', { className: 'whistle-aside' },
      [servedOn ? `${date(servedOn)}送达` : `${minute(imposedAt)} 作出`,
        lastDay && `整改最后一日 ${date(lastDay)}`].filter(Boolean).join(' · '),
      lastDay && daysLeft !== null && [' ', h('span', { className: `whistle-days whistle-${urgency(daysLeft)}` }, left(daysLeft))]),
    reason && h('p', {}, `${state === 'REVOKED' ? '撤销理由' : '说明'}：${reason}`));
}

const download = ({ id, title, version }, documentNumber, acted, signal) =>
  h('a', {
    href: url('documents', id, 'versions', version), download: '', 'aria-label': `下载《${title}》${documentNumber ?? ''}`,
    // A link tells nothing of when it was served.
    on: { click: () => { const later = setTimeout(acted, 1500); signal.addEventListener('abort', () => clearTimeout(later)); } },
  }, documentNumber ?? `《${title}》`);
