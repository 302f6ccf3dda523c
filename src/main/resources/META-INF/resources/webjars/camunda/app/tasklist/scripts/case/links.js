// Cases that belong together with this one: repeats of the same matter and mergers.
import { get } from './api.js';
import { button, h } from './dom.js';
import { empty, section } from './section.js';
import { minute } from './words.js';

export const links = ({ of, signal, open }) =>
  section('关联案件', async () => {
    const linked = await get(of('links'), signal);
    return linked.length > 0
      ? h('ul', { className: 'whistle-list' }, linked.map((link) => row(link, open)))
      : empty('没有关联案件。');
  });

function row({ caseNo, title, relationName, reason, linkedAt, officerName, state, readable }, open) {
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' },
      h('p', { className: 'whistle-what' },
        h('span', { className: 'whistle-tag' }, relationName),
        h('span', { className: 'whistle-number' }, caseNo),
        title && h('span', { className: 'whistle-name' }, title),
        state && h('span', { className: 'whistle-aside' }, state === 'open' ? '办理中' : '已办结')),
      reason && h('p', {}, reason),
      h('p', { className: 'whistle-aside' },
        h('time', { dateTime: linkedAt }, minute(linkedAt)), officerName && ` · ${officerName}`)),
    h('div', { className: 'whistle-acts' },
      readable
        ? button('查看', () => open(caseNo), { 'aria-label': `查看关联案件 ${caseNo}` })
        : h('span', { className: 'whistle-aside' }, '本单位不能查看')));
}
