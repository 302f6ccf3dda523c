// The fields of an event's form. Tasklist keeps its form viewer to itself, so the plain kinds of fields are drawn here;
// whether they are filled in rightly the server decides, by the same contract as for every form.
import { h } from './dom.js';

const CHINA = '+08:00';

/** The form's elements, and the values that are entered in them when asked. */
export function fields({ components = [] }) {
  const drawn = components.map(field);
  return {
    elements: drawn.map(({ element }) => element),
    values: () => Object.fromEntries(drawn.filter(({ key }) => key).map(({ key, value }) => [key, value()])),
  };
}

function field(component) {
  const { type, text } = component;
  if (component.conditional) throw new Error(`conditions are not drawn here: ${component.id}`);
  if (type === 'text') return { element: h('p', { className: 'whistle-aside' }, text) };
  if (type === 'checkbox') return checkbox(component);
  if (type === 'radio') return radios(component);
  const draw = { textfield, textarea, number, select, datetime }[type];
  if (!draw) throw new Error(`a field of type ${type} is not drawn here`);
  const { input, value } = draw(component);
  input.disabled = Boolean(component.readonly || component.disabled);
  return { key: component.key, value, element: h('label', {}, caption(component), input) };
}

const caption = ({ label, validate }) =>
  h('span', {}, label, validate?.required && h('span', { className: 'whistle-must', title: '必填' }, ' *'));

const rules = ({ key, validate = {}, defaultValue }) => ({
  name: key, required: Boolean(validate.required), value: defaultValue ?? '',
});

const typed = (input) => ({ input, value: () => input.value.trim() || null });

const textfield = (component) =>
  typed(h('input', { type: 'text', ...rules(component), maxLength: component.validate?.maxLength }));

const textarea = (component) =>
  typed(h('textarea', { rows: 4, ...rules(component), maxLength: component.validate?.maxLength }));

const select = (component) => {
  const input = h('select', { name: component.key, required: Boolean(component.validate?.required) },
    h('option', { value: '' }, '请选择'),
    (component.values ?? []).map(({ value, label }) => h('option', { value }, label)));
  input.value = component.defaultValue ?? '';
  return typed(input);
};

function number(component) {
  const input = h('input', { type: 'number', step: 'any', ...rules(component) });
  return { input, value: () => (input.value === '' ? null : Number(input.value)) };
}

/** Days and times are texts: 2026-09-10, or with the offset of China. */
function datetime(component) {
  if (component.subtype === 'date') return typed(h('input', { type: 'date', ...rules(component), value: component.defaultValue?.slice(0, 10) ?? '' }));
  const input = h('input', { type: 'datetime-local', ...rules(component), value: component.defaultValue?.slice(0, 16) ?? '' });
  return { input, value: () => (input.value ? `${input.value}:00${CHINA}` : null) };
}

function checkbox({ key, label, validate, defaultValue }) {
  const input = h('input', { type: 'checkbox', name: key, checked: Boolean(defaultValue) });
  return { key, value: () => input.checked, element: h('label', { className: 'whistle-tick' }, input, caption({ label, validate })) };
}

function radios(component) {
  const { key, values = [], validate, defaultValue } = component;
  const inputs = values.map(({ value }) =>
    h('input', { type: 'radio', name: key, value, required: Boolean(validate?.required), checked: value === defaultValue }));
  return {
    key,
    value: () => inputs.find(({ checked }) => checked)?.value ?? null,
    element: h('fieldset', {}, h('legend', {}, caption(component)),
      values.map(({ label }, i) => h('label', { className: 'whistle-tick' }, inputs[i], h('span', {}, label)))),
  };
}
