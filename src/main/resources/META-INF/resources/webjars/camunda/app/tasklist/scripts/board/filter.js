// What the board is narrowed by. It goes into the address, which the page then shows.
import { h } from '../case/dom.js';
import { field, mistakes, today } from '../pages/fields.js';
import { address, narrowed } from './address.js';
import { month } from './names.js';

/** So many months are offered: five years*. */
const OFFERED = 60;

/** The kinds of units, as the plan calls them, in the order in which they are offered. */
const KINDS = {
  CITY: '市办公室', DISTRICT_OFFICE: '区办公室', HOTLINE: '热线', STREET: '镇街', COMMUNITY: '社区', DEPARTMENT: '部门',
  DISCIPLINE: '纪检', COMPANY: '企业',
};

const option = (value, name, chosen) => h('option', { value, selected: value === chosen }, name);

export function filter() {
  const now = narrowed();
  const fields = {
    from: field('开始月份', months(now.from, '本年1月')),
    to: field('结束月份', months(now.to, '本月')),
    unit: field('单位', choice(now.unit)),
    procedure: field('程序', choice(now.procedure)),
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
    const asked = Object.entries(fields).map(([name, { input }]) => [name, input.value]).filter(([, value]) => value);
    location.hash = address(Object.fromEntries(asked));
  }

  /** The choices there are, and the months that the board has where none were asked for. */
  function offer({ from, to, units, procedures }) {
    fields.from.input.value = from;
    fields.to.input.value = to;
    const kinds = Object.keys(KINDS).map((kind) => [kind, units.filter((it) => it.kind === kind)]).filter(([, own]) => own.length > 0);
    fields.unit.input.replaceChildren(option('', '全部', now.unit),
      ...kinds.map(([kind, own]) => h('optgroup', { label: KINDS[kind] }, own.map(({ id, name }) => option(id, name, now.unit)))));
    fields.procedure.input.replaceChildren(option('', '全部', now.procedure),
      ...procedures.map(({ code, name }) => option(code, name, now.procedure)));
  }
}

/** What was asked for, until the board says what there is to choose. */
const choice = (chosen) => h('select', {}, option('', '全部', chosen), chosen && option(chosen, chosen, chosen));

/** The latest months first. Native fields for months speak the browser's language, or are none. */
function months(chosen, usual) {
  const [year, number] = today().split('-').map(Number);
  const all = Array.from({ length: OFFERED }, (_, ago) => {
    const count = year * 12 + number - 1 - ago;
    return `${Math.floor(count / 12)}-${String(count % 12 + 1).padStart(2, '0')}`;
  });
  if (chosen && !all.includes(chosen)) all.push(chosen);
  return h('select', {}, option('', usual, chosen), all.map((it) => option(it, month(it) ?? it, chosen)));
}
