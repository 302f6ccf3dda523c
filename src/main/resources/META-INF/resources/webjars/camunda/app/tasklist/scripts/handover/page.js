// The page of a handover list: how far it is, and a card for each item. One card is open at a time; what was entered in
// another one stays in it.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { empty, loading, showFailure } from '../case/section.js';
import { openFrame } from '../pages/frame.js';
import { card } from './card.js';

export function openPage(node) {
  const caseNo = decodeURIComponent(location.hash.match(/^#\/handover\/([^?/]*)/)?.[1] ?? '');
  return openFrame(node, { title: '小区交接：移交清单', look: 'whistle-patrols whistle-handover', heard: true }, (frame) => {
    const desk = h('div', {}, loading());
    fill(desk, caseNo, frame);
    return desk;
  });
}

async function fill(desk, caseNo, frame) {
  try {
    show(desk, await get(url('cases', caseNo, 'handover'), frame.signal), frame);
  } catch (error) {
    showFailure(desk, error);
  }
}

function show(desk, first, frame) {
  if (first.items.length === 0) {
    desk.replaceChildren(empty('本案没有移交清单。'));
    return;
  }
  const of = (...path) => url('cases', first.caseNo, ...path);
  const done = h('strong', {});
  const bar = h('progress', { max: first.items.length, value: 0, 'aria-label': '办妥的项目' });
  const finished = h('p', { className: 'whistle-note whistle-done', tabIndex: -1, hidden: true },
    '各项都已办妥，请回到任务“组织交接”填写移交结果。');
  // What is the same for the next item need not be typed again: who is there, and on what they sign. It is kept in this
  // window alone.
  const memory = { people: {}, signedOn: 'tablet', sheet: null };
  const cards = first.items.map((item) => card(item, { ...frame, of, list: first, memory, opened, recorded, refresh }));
  const place = h('ol', { className: 'whistle-cards', 'aria-label': '移交项目' }, cards.map(({ element }) => element));
  desk.replaceChildren(
    h('section', { 'aria-label': '移交进度' },
      h('p', { className: 'whistle-what' },
        h('a', { href: `#/case/${first.caseNo}`, className: 'whistle-number' }, first.caseNo),
        first.compoundName && h('span', { className: 'whistle-name' }, first.compoundName),
        first.giver && h('span', { className: 'whistle-aside' }, first.giver)),
      h('p', { className: 'whistle-progress' }, done, bar),
      !first.mayRecord && h('p', { className: 'whistle-aside' }, '移交清单由小区所在的社区、镇街登记，您可以查看。')),
    place, finished);
  stands(first);

  function stands({ settled, items }) {
    done.textContent = `已办妥 ${settled}／${items.length} 项`;
    bar.value = settled;
    finished.hidden = settled < items.length || !first.mayRecord;
  }

  function opened(one) {
    cards.filter((it) => it !== one).forEach((it) => it.close());
  }

  /** The next item that nobody has recorded yet comes by itself. */
  function recorded(answer, one) {
    update(answer);
    const at = cards.indexOf(one);
    const next = [...cards.slice(at + 1), ...cards.slice(0, at)].find((it) => !it.item().current);
    one.close();
    frame.say(`已登记“${one.item().name}”，已办妥 ${answer.settled}／${answer.items.length} 项。`);
    if (next) next.open();
    else if (!finished.hidden) finished.focus();
    else one.focus();
  }

  async function refresh() {
    update(await get(of('handover'), frame.signal));
  }

  function update(answer) {
    stands(answer);
    answer.items.forEach((item) => cards.find((it) => it.item().item === item.item)?.update(item));
  }
}
