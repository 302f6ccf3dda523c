// An item of the list: what it is called and how it stands; opened, who signed for it, and what is to be recorded.
import { button, h } from '../case/dom.js';
import { form } from './form.js';
import { entry } from './entry.js';

const TONE = { complete: 'done', partial: 'soon', refused: 'late', 'not-applicable': 'calm' };

export function card(first, context) {
  const { list, opened } = context;
  let item = first;
  let entering = null; // made when it is needed first, and kept with what was typed
  const id = `handover-${first.item}`;
  const state = h('span', {});
  const said = h('span', { className: 'whistle-aside whistle-said-of' });
  const head = h('button', { type: 'button', className: 'whistle-card-head', 'aria-expanded': 'false', 'aria-controls': id, on: { click: toggle } },
    h('span', { className: 'whistle-name' }, first.name), state, said);
  const body = h('div', { id, className: 'whistle-card-body', hidden: true });
  const element = h('li', { className: 'whistle-item' }, h('h3', {}, head), body);
  const self = { element, item: () => item, open, close, update, focus: () => head.focus() };
  stands();
  return self;

  function stands() {
    const { current } = item;
    state.className = `whistle-days whistle-${current ? TONE[current.state] : 'calm'}`;
    state.textContent = current ? current.stateName : '未登记';
    said.textContent = current ? current.said : '';
    element.classList.toggle('whistle-settled', item.settled);
  }

  function toggle() {
    if (body.hidden) open();
    else close();
  }

  function open() {
    opened(self);
    head.setAttribute('aria-expanded', 'true');
    body.hidden = false;
    fill();
    element.scrollIntoView({ block: 'start' });
    head.focus({ preventScroll: true });
  }

  function close() {
    head.setAttribute('aria-expanded', 'false');
    body.hidden = true;
  }

  function fill() {
    const { current, earlier } = item;
    if (!current) {
      body.replaceChildren(...(list.mayRecord ? enter() : [h('p', { className: 'whistle-aside' }, '还没有登记。')]));
      return;
    }
    const correct = list.mayRecord && button('更正', () => {
      correct.hidden = true;
      const [again] = enter();
      body.append(again);
      again.querySelector('input, textarea').focus();
    });
    body.replaceChildren(...[
      entry(current, context),
      earlier.length > 0 && h('details', {}, h('summary', {}, `更正以前的登记（${earlier.length}）`),
        earlier.map((it) => entry(it, context))),
      entering === null ? correct : entering.element,
    ].filter(Boolean));
  }

  function enter() {
    entering ??= form(item, {
      ...context,
      recorded(answer) {
        entering = null;
        context.recorded(answer, self);
      },
    });
    return [entering.element];
  }

  function update(next) {
    const moved = next.current?.id !== item.current?.id;
    item = next;
    stands();
    entering?.sees(next);
    if (moved && !body.hidden) fill();
  }
}
