// Tabs as WAI-ARIA has them: arrows go from one to the next, and the one with the focus is open.
import { h } from '../case/dom.js';

let made = 0;

/** @param entries {title, open}: what opens a tab answers with its content, anew each time */
export function tabs(label, entries) {
  made += 1;
  const panel = h('div', { role: 'tabpanel', id: `whistle-panel-${made}`, className: 'whistle-panel' });
  const heads = entries.map(({ title }, index) => h('button', {
    type: 'button', role: 'tab', id: `whistle-tab-${made}-${index}`, 'aria-controls': panel.id, className: 'whistle-tab',
    on: { click: () => turnTo(index), keydown: (event) => byKey(event, index) },
  }, title));
  const element = h('div', {},
    h('div', { role: 'tablist', 'aria-label': label, className: 'whistle-tabs' }, heads), panel);
  turnTo(0);
  return element;

  function turnTo(index) {
    heads.forEach((head, at) => {
      head.setAttribute('aria-selected', at === index);
      head.tabIndex = at === index ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', heads[index].id);
    panel.replaceChildren(...[entries[index].open()].flat());
  }

  function byKey(event, index) {
    const to = {
      ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: heads.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + heads.length) % heads.length;
    turnTo(next);
    heads[next].focus();
  }
}
