// The page 小区巡查: a patrol is recorded where it takes place, on a phone; below it the week as it stands.
import { get, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { showFailure } from '../case/section.js';
import { openCase } from '../case/tab.js';
import { form } from './form.js';
import { list } from './list.js';
import { week } from './week.js';

/** Shows the page in this node; the answer closes it: requests end and listeners go. */
export function openPage(node) {
  const leaving = new AbortController();
  const { signal } = leaving;
  let closeCase = () => {};

  // One voice for all that happens, so that a screen reader hears each once.
  const voice = h('p', { role: 'status', className: 'whistle-unseen' });
  const say = (text) => { voice.textContent = text; };
  const title = h('h2', { tabIndex: -1 }, '小区巡查');
  const desk = h('div');
  const file = h('div', { hidden: true });

  node.className = 'whistle-page';
  node.replaceChildren(
    h('main', { className: 'whistle-case whistle-register whistle-patrols' },
      h('p', { className: 'whistle-back' }, h('a', { href: '#/' }, '返回任务列表')),
      title, desk, file, voice));
  fill();
  title.focus({ preventScroll: true });
  return () => {
    leaving.abort();
    closeCase();
  };

  async function fill() {
    try {
      const [me, beats] = await Promise.all([get(url('me'), signal), get(url('patrols', 'beats'), signal)]);
      const choices = beats.length > 0 ? await get(url('patrols', 'choices'), signal) : {};
      show(me, beats, choices);
    } catch (error) {
      showFailure(desk, error);
    }
  }

  function show(me, beats, choices) {
    const context = { signal, say, showCase, me, choices };
    const place = h('div');
    const records = list(context);
    const units = h('select', { id: 'patrol-unit', on: { change: () => turnTo(beats[units.selectedIndex]) } },
      beats.map(({ unit, unitName }) => h('option', { value: unit }, unitName)));
    desk.replaceChildren(...[
      beats.length > 1 && h('p', { className: 'whistle-ask' }, h('label', { htmlFor: 'patrol-unit' }, '巡查单位'), units),
      place, records.element,
    ].filter(Boolean));
    if (beats.length > 0) turnTo(beats[0]);
    records.reload();

    function turnTo(beat) {
      const standing = week(beat, context);
      const settled = () => {
        standing.reload();
        records.reload();
      };
      place.replaceChildren(form(beat, { ...context, settled }), standing.element);
      standing.reload();
    }
  }

  function showCase(caseNo, pressed) {
    const place = h('div');
    const back = button('返回小区巡查', () => {
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
