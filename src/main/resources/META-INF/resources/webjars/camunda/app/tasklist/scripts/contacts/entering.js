// A new entry, for who may make one: the kind decides which places there are, the place which unit it is.
import { get, post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { section } from '../case/section.js';
import { field, mistakes, noMistakes, today } from '../pages/fields.js';

export function entering({ signal, say, entered }) {
  const { element, reload } = section('登记联系人', async () => {
    const choices = await get(url('contacts', 'choices'), signal);
    element.hidden = choices.length === 0;
    return choices.length > 0 ? form(choices) : [];
  });
  element.hidden = true; // for who only reads
  return { element, reload };

  function form(choices) {
    const kind = h('select', { required: true, on: { change: chosen } }, choices.map((it) => h('option', { value: it.kind }, it.kindName)));
    const names = h('datalist', { id: 'whistle-contact-targets' });
    const target = h('input', { type: 'text', required: true, autocomplete: 'off', on: { input: placed } });
    target.setAttribute('list', names.id);
    const unit = h('select', { required: true });
    const building = h('input', { type: 'text', required: true, maxLength: 50 });
    const person = h('input', { type: 'text', required: true, maxLength: 50, autocomplete: 'off' });
    const duty = h('input', { type: 'text', required: true, maxLength: 50 });
    const since = h('input', { type: 'date', required: true, value: today() });
    const fields = {
      kind: field('联系关系', kind),
      target: field('联系对象', target, '输入名称中的文字，从列出的名称中选择'),
      building: field('楼栋', building, '例如：3幢'),
      unit: field('联系单位', unit),
      person: field('联系人', person),
      duty: field('职务', duty),
      since: field('开始日期', since),
    };
    const rest = h('div');
    const send = h('button', { type: 'submit', className: 'whistle-button whistle-chief' }, '登记');
    chosen();
    const page = h('form', { className: 'whistle-entering', noValidate: true, on: { submit } },
      Object.values(fields).map((it) => it.element), names,
      h('div', { className: 'whistle-acts' }, send, button('清空', clear)), rest);
    return h('details', {}, h('summary', {}, '登记一名联系人'), page);

    function choice() {
      return choices.find((it) => it.kind === kind.value);
    }

    function place() {
      return choice().targets.find(({ name }) => name === target.value.trim());
    }

    function chosen() {
      names.replaceChildren(...choice().targets.map(({ name }) => h('option', { value: name })));
      fields.building.element.hidden = !choice().building;
      target.value = '';
      placed();
    }

    /** Where the place has but one unit, it is chosen with it. */
    function placed() {
      const { units } = choice();
      const only = place()?.unit;
      const before = unit.value;
      unit.replaceChildren(
        ...(only || units.length === 1 ? [] : [h('option', { value: '' }, '请选择')]),
        ...units.filter(({ id }) => !only || id === only).map(({ id, name }) => h('option', { value: id }, name)));
      if (!only && units.some(({ id }) => id === before)) unit.value = before;
    }

    async function submit(submitted) {
      submitted.preventDefault();
      send.disabled = true;
      try {
        // A name that is none of the list is sent as it stands: the server says what is wrong with it.
        const made = await post(url('contacts'), signal, { json: {
          kind: kind.value, target: place()?.id ?? target.value.trim(), building: choice().building ? building.value.trim() : null,
          unit: unit.value, person: person.value.trim(), duty: duty.value.trim(), since: since.value || null,
        } });
        clear();
        await entered();
        say(`已登记${made.person}联系${made.targetName}。`);
        target.focus(); // the next one is often of the same kind
      } catch (error) {
        mistakes(error, fields, rest);
      } finally {
        send.disabled = false;
      }
    }

    function clear() {
      [target, building, person, duty].forEach((it) => { it.value = ''; });
      since.value = today();
      placed();
      noMistakes(fields, rest);
    }
  }
}
