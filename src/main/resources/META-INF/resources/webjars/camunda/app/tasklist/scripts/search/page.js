// The page 查找案件: what was found, the newest first. By keyboard: the arrows go from case to case, Enter opens one,
// Escape leaves.
import { post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { casePage, tasklist } from '../case/link.js';
import { alarm, told } from '../case/section.js';
import { day, lastDay, left, urgency } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { openFrame } from '../pages/frame.js';
import { ask, asked } from './question.js';

/** Portions that had nothing of the reader's in them are read on by themselves so many times; then he or she is asked. */
const READ_ON = 10;

export function openPage(node) {
  let page;
  const close = openFrame(node, { title: '查找案件', look: 'whistle-searching', heard: true, home: tasklist }, (frame) => {
    page = searching(frame);
    return page.element;
  });
  page.start();
  return close;
}

function searching({ signal, say }) {
  let running = new AbortController();
  signal.addEventListener('abort', () => running.abort());
  const input = h('input', {
    type: 'search', id: 'search-text', value: asked(), maxLength: 100, autocomplete: 'off', spellcheck: false,
    'aria-describedby': 'search-help',
  });
  const form = h('form', {
    className: 'whistle-asking',
    on: { submit: (event) => { event.preventDefault(); if (input.value.trim()) ask(input.value.trim()); else input.focus(); } },
  },
  h('label', { htmlFor: 'search-text' }, '查找内容'), input, h('button', { type: 'submit', className: 'whistle-button' }, '查找'),
  h('p', { id: 'search-help', className: 'whistle-aside' },
    '案件编号（如 TS-2026-000123）或其开头、小区名称、事由中的字词（至少两个字，多个词用空格隔开）、来件编号、联系电话。按联系电话查找会记入案件的办理经过。'));
  // To be seen; the page's voice says the same.
  const status = h('p', { className: 'whistle-aside', 'aria-hidden': 'true' });
  const mistake = h('div');
  const list = h('ol', { className: 'whistle-found', 'aria-label': '查找结果' });
  const more = button('', () => {}, { hidden: true });
  const taking = exporting(() => url('search'), { signal, say, title: '把查到的全部案件导出为 Excel 表格' }, () => ({ q: asked() }));
  taking.hidden = true;
  window.addEventListener('whistle-asked', () => { input.value = asked(); search(); }, { signal });
  return { element: h('div', { on: { keydown: moves } }, form, mistake, status, list, more, taking), start };

  function start() {
    if (asked()) search();
    else input.focus({ preventScroll: true });
  }

  function search() {
    running.abort();
    running = new AbortController();
    [list, mistake].forEach((it) => it.replaceChildren());
    [more.hidden, taking.hidden] = [true, true];
    fill(asked(), null, true).catch(fail);
  }

  function tell(text) {
    status.textContent = text;
    say(text);
  }

  async function fill(q, after, first) {
    tell('正在查找…');
    const before = list.children.length;
    const { signal: wanted } = running;
    let next = after;
    let times = 0;
    do {
      const page = await post(url('search'), wanted, { json: { q, after: next, size: 20 } });
      list.append(...page.cases.map(row));
      next = page.next;
      times += 1;
    } while (next && list.children.length === before && times < READ_ON);
    const found = list.children.length;
    if (found > 0) tell(next ? `已列出 ${found} 件，还有更早的案件可查。` : `共找到 ${found} 件。`);
    else tell(next ? '较近的案件中没有找到，还有更早的案件可查。' : '没有找到您可以查看的案件，请换一种说法，或核对编号、电话。');
    more.hidden = !next;
    more.textContent = '继续查找更早的案件';
    more.onclick = () => fill(q, next, false).catch(fail);
    taking.hidden = found === 0;
    const target = list.children[first ? 0 : before]?.querySelector('a');
    (target ?? input).focus({ preventScroll: first });
  }

  function fail(error) {
    const refused = told(error);
    if (!refused) return;
    say('');
    list.replaceChildren();
    status.replaceChildren();
    mistake.replaceChildren(alarm(refused));
    input.focus();
  }

  function moves(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      location.href = tasklist;
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [input, ...list.querySelectorAll('a')];
    const here = stops.indexOf(document.activeElement);
    const there = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
    if (here >= 0 && there) {
      event.preventDefault();
      there.focus();
    }
  }
}

function row({ caseNo, title, procedureName, compoundName, unitName, state, outcomeName, receivedAt, dueAt, daysLeft }) {
  const open = state === 'open';
  return h('li', {},
    h('a', { href: casePage(caseNo) },
      h('span', { className: 'whistle-number' }, caseNo), ' ', h('span', { className: 'whistle-name' }, title)),
    h('p', { className: 'whistle-aside' },
      h('span', { className: `whistle-state${open ? '' : ' whistle-closed'}` }, open ? '办理中' : '已办结'), ' ',
      daysLeft !== null && [h('span', { className: `whistle-days whistle-${urgency(daysLeft)}`, title: lastDay(dueAt) }, left(daysLeft)), ' '],
      [procedureName, compoundName, unitName, outcomeName, `${day(receivedAt)}收到`].filter(Boolean).join(' · ')));
}
