// What a company that leaves hands over: how each item stands, and the way to where it is recorded.
import { get } from './api.js';
import { h } from './dom.js';
import { section } from './section.js';

const TONE = { complete: 'done', partial: 'soon', refused: 'late', 'not-applicable': 'calm' };

export function handover({ of, signal, file }) {
  const { element, reload } = section('移交清单', async () => {
    const { items, settled, mayRecord } = await get(of('handover'), signal);
    element.hidden = items.length === 0;
    return [
      h('p', { className: 'whistle-what' },
        h('span', {}, `已办妥 ${settled}／${items.length} 项`),
        h('a', { href: `#/handover/${file.caseNo}` }, mayRecord ? '登记移交' : '查看移交清单')),
      h('ul', { className: 'whistle-list' }, items.map(row)),
    ];
  });
  element.hidden = true; // most cases have none
  return {
    element,
    async reload() {
      await reload();
      if (element.querySelector('.whistle-error')) element.hidden = false;
    },
  };
}

function row({ name, current }) {
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' },
      h('p', { className: 'whistle-what' },
        h('span', { className: 'whistle-name' }, name),
        h('span', { className: `whistle-days whistle-${current ? TONE[current.state] : 'calm'}` }, current ? current.stateName : '未登记')),
      current && h('p', {}, current.said),
      current && h('p', { className: 'whistle-aside' },
        current.signers.map(({ sideName, name: who, actsFor }) => `${sideName} ${who}（${actsFor}）`).join('，'))));
}
