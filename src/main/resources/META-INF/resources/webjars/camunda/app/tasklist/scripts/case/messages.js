// What was said to whom in the case, the latest first, and what reached nobody.
import { get } from './api.js';
import { h } from './dom.js';
import { empty, section } from './section.js';
import { minute } from './words.js';

export const messages = ({ of, signal }) =>
  section('消息', async () => {
    const said = (await get(of('messages'), signal)).reverse();
    return said.length > 0
      ? h('ul', { className: 'whistle-list' }, said.map(message))
      : empty('本案还没有发出消息。');
  });

function message({ eventName, channelName, recipientName, phone, subject, text, state, stateName, reasonName, tries, madeAt, sentAt }) {
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' },
      h('p', { className: 'whistle-what' },
        h('span', { className: 'whistle-name' }, eventName),
        h('span', { className: `whistle-tag ${state === 'UNDELIVERABLE' ? 'whistle-tag-failed' : ''}` }, stateName)),
      h('p', { className: 'whistle-aside' },
        [`${channelName} · ${[recipientName, phone].filter(Boolean).join(' ')}`,
          sentAt ? `${minute(sentAt)} 发出` : `${minute(madeAt)} 生成`,
          !sentAt && tries > 0 && `已试 ${tries} 次`].filter(Boolean).join(' · ')),
      reasonName && h('p', { className: 'whistle-why' }, `原因：${reasonName}`),
      h('details', {},
        h('summary', {}, '全文'),
        subject && h('p', { className: 'whistle-subject' }, subject),
        h('p', { className: 'whistle-text' }, text))));
}
