// One register as a list: filtered, page by page, exported.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { section } from '../case/section.js';
import { exporting } from '../pages/export.js';
import { labelled, today } from '../pages/fields.js';
import { AT_ONCE, paged } from '../pages/paged.js';
import { cells } from './kinds.js';

/** After the last letter that is typed. */
const PAUSE = 300;

/** The streets that have been seen in any list. */
const streets = new Map();

export function list(kind, { signal, say, open }) {
  const address = url('registers', kind.path);
  const text = h('input', { type: 'search', maxLength: 50, placeholder: kind.hint, on: { input: typed } });
  const street = kind.streets && h('select', { on: { change: again } }, h('option', { value: '' }, '全部'));
  const now = kind.now && h('input', { type: 'checkbox', checked: true, on: { change: again } });
  const filter = h('div', { className: 'whistle-filter', role: 'search' },
    h('div', {}, labelled('查找', text)),
    street && h('div', {}, labelled('镇街', street)),
    now && h('label', { className: 'whistle-tick' }, now, kind.now),
    exporting(() => `${address}?${new URLSearchParams(narrowed())}`, { signal, say }));
  let typing;
  let asked = 0; // of several answers under way only the last one is shown
  const { element, reload } = section(kind.title, load);
  element.querySelector('header').after(filter);
  if (street) offer();
  reload();
  return element;

  function typed() {
    clearTimeout(typing);
    typing = setTimeout(again, PAUSE);
  }

  async function again() {
    await reload();
    say(element.querySelector('.whistle-total')?.textContent ?? '没有符合条件的登记。');
  }

  async function load() {
    asked += 1;
    const turn = asked;
    const shown = await paged({
      label: kind.title, columns: kind.columns, load: page, row: (it) => h('tr', { tabIndex: -1 }, cells(kind.cells(it, open))),
      none: '没有符合条件的登记。',
    });
    return turn === asked ? shown : [...element.querySelector('.whistle-content').childNodes];
  }

  async function page(number) {
    const query = new URLSearchParams({ ...narrowed(), page: number, size: AT_ONCE });
    return get(`${address}?${query}`, signal);
  }

  /** What the list is narrowed by. */
  function narrowed() {
    return {
      ...(text.value.trim() && { q: text.value.trim() }),
      ...(street?.value && { street: street.value }),
      ...(now?.checked && { on: today() }),
    };
  }

  async function offer() {
    if (streets.size === 0) {
      const { rows } = await get(`${url('registers', 'compounds')}?size=200`, signal);
      rows.forEach((it) => streets.set(it.street, it.streetName));
    }
    street.append(...[...streets].map(([id, name]) => h('option', { value: id }, name)));
  }
}
