// What every page of ours has: the way back, its heading, one voice, and room for a case that is opened from it.
import { button, h } from '../case/dom.js';
import { openCase } from '../case/tab.js';

/**
 * Builds a page in this node; the answer closes it: requests end, timers and listeners go.
 *
 * @param page title; note (a line beneath it); look (a class of its own); heard (what happens is told to screen readers
 *     only, because the page shows it anyway); back (links beside the one to the task list); home (where that one leads,
 *     from another app)
 * @param fill is given {signal, say, showCase} and answers with the page's content; what it loads it may load later
 */
export function openFrame(node, { title, note, look = '', heard = false, back = [], home = '#/' }, fill) {
  const leaving = new AbortController();
  const { signal } = leaving;
  let closeCase = () => {};

  // One voice for all that happens, so that a screen reader hears each once.
  const voice = h('p', { role: 'status', className: heard ? 'whistle-unseen' : 'whistle-said' });
  const heading = h('h2', { tabIndex: -1 }, title);
  const desk = h('div');
  const file = h('div', { hidden: true });
  desk.append(...[fill({ signal, say, showCase })].flat());

  node.className = 'whistle-page';
  node.replaceChildren(
    h('main', { className: `whistle-case whistle-register ${look}` },
      h('p', { className: 'whistle-back' }, h('a', { href: home }, '返回任务列表'), back.flatMap((link) => ['　', link])),
      heading, note && h('p', { className: 'whistle-aside' }, note), desk, file, voice));
  heading.focus({ preventScroll: true });
  return () => {
    leaving.abort();
    closeCase();
  };

  function say(text) {
    voice.textContent = text;
    clearTimeout(say.silence);
    if (!heard) say.silence = setTimeout(() => { voice.textContent = ''; }, 6000);
  }

  /** Shows a case in place of the content; the way back leads to what was pressed. */
  function showCase(caseNo, pressed) {
    const place = h('div');
    const back = button(`返回${title}`, () => {
      closeCase();
      file.replaceChildren();
      [desk.hidden, file.hidden] = [false, true];
      pressed.focus();
    });
    file.replaceChildren(h('p', { className: 'whistle-back' }, back), place);
    [desk.hidden, file.hidden] = [true, false];
    closeCase = openCase(place, caseNo);
    back.focus();
  }
}
