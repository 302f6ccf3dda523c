// A clause's number, which shows what the clause says when it is pressed.
import { get, url } from './api.js';
import { button, h } from './dom.js';
import { loading, showFailure } from './section.js';

/** @param context of the case, whose end stops what is still being asked for */
export function clause(id, { signal }) {
  const chip = h('button', {
    type: 'button', className: 'whistle-clause', title: '查看条款要点', 'aria-haspopup': 'dialog', on: { click: () => show(id, chip, signal) },
  }, id);
  return chip;
}

async function show(id, chip, signal) {
  const place = h('div', {}, loading());
  const dialog = h('dialog', { className: 'whistle-dialog', 'aria-label': `条款要点 ${id}`, on: { close: leave } },
    place, h('div', { className: 'whistle-acts' }, button('关闭', () => dialog.close())));
  chip.closest('section').append(dialog);
  dialog.showModal();
  try {
    const { sourceName, heading, text } = await get(url('clauses', id, 'text'), signal);
    place.replaceChildren(
      h('p', { className: 'whistle-aside' }, `${sourceName} ${id}`), h('h4', {}, heading), h('p', { className: 'whistle-words' }, text));
  } catch (error) {
    showFailure(place, error);
  }

  function leave() {
    dialog.remove();
    chip.focus();
  }
}
