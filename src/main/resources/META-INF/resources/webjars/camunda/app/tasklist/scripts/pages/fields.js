// Fields of the page, each with a place beside it for what is wrong with it.
import { h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';

let made = 0;

/** A field under its label. Not inside of it: a list's choices are no part of its name. */
export function labelled(label, input) {
  made += 1;
  input.id = `whistle-field-${made}`;
  return [h('label', { htmlFor: input.id }, label, input.required && h('span', { className: 'whistle-must', title: '必填' }, ' *')), input];
}

/** A labelled field; `wrong` says what is wrong with it, or nothing. */
export function field(label, input, hint) {
  const lines = labelled(label, input);
  const id = `${input.id}-wrong`;
  const said = h('p', { className: 'whistle-wrong', id, hidden: true });
  return {
    input,
    element: h('div', { className: 'whistle-field' },
      lines,
      hint && h('p', { className: 'whistle-aside' }, hint),
      said),
    wrong(text) {
      said.textContent = text ?? '';
      said.hidden = !text;
      if (text) {
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', id);
      } else {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      }
    },
  };
}

/** Nothing is wrong, as far as is known. */
export function noMistakes(fields, rest) {
  Object.values(fields).forEach((it) => it.wrong(null));
  rest.replaceChildren();
}

/** Shows a refusal: what names a field beside it, the rest in its place. The first field that is wrong gets the focus. */
export function mistakes(error, fields, rest) {
  noMistakes(fields, rest);
  const text = told(error);
  if (!text) return;
  const named = (error.problem?.errors ?? []).filter((it) => fields[it.field]);
  named.forEach((it) => fields[it.field].wrong(it.message));
  if (named.length > 0) Object.values(fields).find(({ input }) => input.getAttribute('aria-invalid')).input.focus();
  else rest.replaceChildren(alarm(text));
}

/** Today in China, 2026-10-10. */
export const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
