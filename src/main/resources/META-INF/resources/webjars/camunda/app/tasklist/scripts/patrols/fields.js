// Fields as thumbs like them: a label above, what is wrong beneath it.
import { h } from '../case/dom.js';

/**
 * A field that can be told what is wrong with it.
 *
 * @param name as the server calls it
 * @param prefix what tells the fields of several forms on a page apart
 */
export function field(name, label, input, { must, hint, prefix = 'patrol' } = {}) {
  const id = `${prefix}-${name.replace('.', '-')}`;
  input.id = id;
  if (must) input.setAttribute('aria-required', 'true');
  const wrong = mistake(id, [input]);
  return {
    name,
    element: h('p', { className: 'whistle-ask' },
      h('label', { htmlFor: id }, label, must && star()), hint && h('span', { className: 'whistle-aside' }, hint), input, wrong.element),
    value: () => input.value.trim() || null,
    refuse: wrong.refuse,
    focus: () => input.focus(),
  };
}

/** One of a few choices, each a large button. */
export function choice(name, label, options, { must, chosen, onChange, prefix = 'patrol' } = {}) {
  const id = `${prefix}-${name.replace('.', '-')}`;
  const inputs = options.map(({ id: value }) =>
    h('input', { type: 'radio', name: id, value, checked: value === chosen, on: { change: () => onChange?.(value) } }));
  const wrong = mistake(id, inputs);
  return {
    name,
    element: h('fieldset', { className: 'whistle-ask' }, h('legend', {}, label, must && star()),
      h('div', { className: 'whistle-choices' },
        options.map(({ name: text }, i) => h('label', {}, inputs[i], h('span', {}, text)))),
      wrong.element),
    value: () => inputs.find(({ checked }) => checked)?.value ?? null,
    refuse: wrong.refuse,
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0]).focus(),
  };
}

const star = () => h('span', { className: 'whistle-must', title: '必填' }, ' *');

function mistake(id, inputs) {
  const element = h('span', { id: `${id}-wrong`, className: 'whistle-wrong', hidden: true });
  // What is being mended is not wrong any more until somebody has looked at it again.
  inputs.forEach((input) => input.addEventListener('input', () => refuse()));
  return { element, refuse };

  function refuse(text) {
    element.hidden = !text;
    element.textContent = text ?? '';
    for (const input of inputs) {
      input.setAttribute('aria-invalid', String(Boolean(text)));
      if (text) input.setAttribute('aria-describedby', element.id);
      else input.removeAttribute('aria-describedby');
    }
  }
}
