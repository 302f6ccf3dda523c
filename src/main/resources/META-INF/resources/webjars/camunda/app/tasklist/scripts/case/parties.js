// The people of the case: masked, in clear for a minute by an act that the timeline tells.
import { get, post } from './api.js';
import { button, facts, h } from './dom.js';
import { alarm, empty, section, told } from './section.js';

const SHOWN = 60; // seconds

export function parties(context) {
  return section('当事人', async () => {
    const people = await get(context.of('parties'), context.signal);
    return people.length > 0
      ? h('ul', { className: 'whistle-list' }, people.map((person) => party(person, context)))
      : empty('本案没有登记当事人。');
  });
}

function party(masked, { of, signal, say, acted }) {
  let timer = null;
  let busy = false;
  const details = h('div', { className: 'whistle-details' });
  const countdown = h('span', { className: 'whistle-aside' });
  const reveal = button('', () => (timer === null ? show() : hide('个人信息已隐藏。')));
  const mistake = h('div');

  label('查看');
  fill(masked);
  signal.addEventListener('abort', () => hide());
  document.addEventListener('visibilitychange', () => document.hidden && timer !== null && hide(), { signal });
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' }, h('p', { className: 'whistle-role' }, masked.roleName,
        masked.mergedFrom && h('span', { className: 'whistle-aside' }, `并自 ${masked.mergedFrom}`)), details, mistake),
    h('div', { className: 'whistle-acts' }, countdown, reveal));

  async function show() {
    if (busy) return;
    busy = true;
    mistake.replaceChildren();
    try {
      fill(await post(of('parties', masked.id, 'reveal'), signal));
      details.classList.add('whistle-clear');
      label('隐藏');
      count(SHOWN);
      say(`已显示${masked.roleName}的个人信息，本次查看已记入办理经过。`);
      acted();
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
    } finally {
      busy = false;
    }
  }

  function count(seconds) {
    if (seconds === 0) {
      hide('个人信息已自动隐藏。');
      return;
    }
    countdown.textContent = `${seconds} 秒后隐藏`;
    timer = setTimeout(() => count(seconds - 1), 1000);
  }

  function hide(result) {
    clearTimeout(timer);
    timer = null;
    countdown.textContent = '';
    details.classList.remove('whistle-clear');
    label('查看');
    fill(masked);
    if (result) say(result);
  }

  function label(text) {
    reveal.textContent = text;
    reveal.setAttribute('aria-label', `${text}${masked.roleName}的个人信息`);
  }

  function fill({ name, phone, address }) {
    details.replaceChildren(facts([['姓名', name], ['电话', phone], ['地址', address]]));
  }
}
