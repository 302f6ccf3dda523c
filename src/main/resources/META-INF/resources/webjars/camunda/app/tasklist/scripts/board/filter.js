// What the board is narrowed by. It goes into the address, which the page then shows.
import { h } from '../case/dom.js';
import { field, mistakes } from '../pages/fields.js';
import { address, narrowed } from './address.js';
import { month } from './names.js';

/** Five years*. */
const OFFERED = 60;

export function filter() {
  const now = narrowed();
  const choice = (value) => h('select', {}, h('option', { value: '' }, ''), value && h('option', { value, selected: true }, value));
  const fields = {
    from: field('起始月份', choice(now.from)),
    to: field('截止月份', choice(now.to)),
    unit: field('单位', choice(now.unit)),
    procedure: field('流程', choice(now.procedure)),
  };
  const rest = h('div');
  const element = h('div', {},
    h('form', { className: 'whistle-filter', role: 'search', 'aria-label': '看板条件', noValidate: true, on: { submit: ask } },
      Object.values(fields).map((it) => it.element),
      h('button', { type: 'submit', className: 'whistle-button' }, '查看'),
      Object.keys(now).length > 0 && h('a', { href: address({}), className: 'whistle-unfilter' }, '清除条件')),
    rest);
  return { element, offer, refuse: (error) => mistakes(error, fields, rest) };

  function ask(submitted) {
    submitted.preventDefault();
    const asked = Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]).filter(([, value]) => value);
    location.hash = address(Object.fromEntries(asked));
  }

  /** The choices there are, and the months that the board has where none were asked for. */
  function offer({ asOf, from, to, units, procedures }) {
    const months = before(asOf);
    [[fields.from.input, from], [fields.to.input, to]].forEach(([input, chosen]) =>
      input.replaceChildren(...[...new Set([...months, from, to])].sort().reverse().map((it) => option(it, month(it), chosen))));
    const kinds = new Map();
    units.forEach((it) => kinds.set(it.kind, [...(kinds.get(it.kind) ?? []), it]));
    fields.unit.input.replaceChildren(option('', '全部', now.unit),
      ...[...kinds].map(([kind, own]) => h('optgroup', { label: KINDS[kind] }, own.map(({ id, name }) => option(id, name, now.unit)))));
    fields.procedure.input.replaceChildren(option('', '全部', now.procedure),
      ...procedures.map(({ code, name }) => option(code, name, now.procedure)));
  }
}

const option = (value, name, chosen) => h('option', { value, selected: value === chosen }, name);

/** The months that are offered, the latest first. Native fields for months speak the browser's language, or are none. */
function before(asOf) {
  const [year, number] = asOf.split('-').map(Number);
  return Array.from({ length: OFFERED }, (_, ago) => {
    const count = year * 12 + number - 1 - ago;
    return `${Math.floor(count / 12)}-${String(count % 12 + 1).padStart(2, '0')}`;
  });
}

/** The kinds of units, as the plan calls them. */
const KINDS = {
  CITY: '市办公室', DISTRICT_OFFICE: '区办公室', HOTLINE: '热线', STREET: '镇街', COMMUNITY: '社区', DEPARTMENT: '部门',
  DISCIPLINE: '纪检', COMPANY: '企业',
};
