// The register: filtered, page by page; an entry is ended here by who may.
import { get, post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { section } from '../case/section.js';
import { date } from '../case/words.js';
import { field, labelled, mistakes, today } from '../pages/fields.js';
import { exporting } from '../pages/export.js';
import { AT_ONCE, paged } from '../pages/paged.js';

/** After the last letter that is typed. */
const PAUSE = 300;

const KINDS = [
  ['', '全部'],
  ['leader-street', '区领导联系镇街'],
  ['cadre-community', '镇街干部联系社区'],
  ['department-compound', '政府部门联系小区'],
  ['cadre-building', '社区干部联系楼栋'],
];

export function register({ signal, say }) {
  const kind = h('select', { on: { change: again } }, KINDS.map(([value, name]) => h('option', { value }, name)));
  const unit = h('select', { on: { change: again } }, h('option', { value: '' }, '全部'));
  const text = h('input', { type: 'search', maxLength: 50, placeholder: '姓名、职务、对象或者楼栋', on: { input: typed } });
  const history = h('input', { type: 'checkbox', on: { change: again } });
  const filter = h('div', { className: 'whistle-filter', role: 'search' },
    h('div', {}, labelled('联系关系', kind)),
    h('div', {}, labelled('联系单位', unit)),
    h('div', {}, labelled('查找', text)),
    h('label', { className: 'whistle-tick' }, history, '包括已经结束的'),
    exporting(() => `${url('contacts', 'register')}?${new URLSearchParams(narrowed())}`, { signal, say }));
  let typing;
  let asked = 0; // of several answers under way only the last one is shown
  const { element, reload } = section('登记表', load);
  element.querySelector('header').after(filter);
  return { element, reload };

  function typed() {
    clearTimeout(typing);
    typing = setTimeout(again, PAUSE);
  }

  async function again() {
    await reload();
    say(element.querySelector('.whistle-total')?.textContent ?? '');
  }

  async function load() {
    asked += 1;
    const turn = asked;
    const shown = await paged({
      label: '联系人',
      columns: [
        '联系关系', '联系单位', '联系对象', '楼栋', '联系人', '职务', '开始', '结束', h('th', { scope: 'col', 'aria-label': '操作' }),
      ],
      load: page,
      row,
      none: '没有符合条件的联系人。',
    });
    return turn === asked ? shown : [...element.querySelector('.whistle-content').childNodes];
  }

  async function page(number) {
    const query = new URLSearchParams({ ...narrowed(), page: number, size: AT_ONCE });
    const { contacts, total } = await get(`${url('contacts', 'register')}?${query}`, signal);
    learn(contacts);
    return { rows: contacts, total };
  }

  /** What the register is narrowed by. */
  function narrowed() {
    return { kind: kind.value, unit: unit.value, q: text.value.trim(), history: history.checked };
  }

  /** The units to filter by are those that have been seen. */
  function learn(contacts) {
    const known = new Set([...unit.options].map(({ value }) => value));
    contacts.forEach((it) => {
      if (known.has(it.unit)) return;
      known.add(it.unit);
      unit.append(h('option', { value: it.unit }, it.unitName));
    });
  }

  function row(it) {
    const act = it.yours && !it.until
      && button('结束', () => end(it, act), { 'aria-label': `结束${it.person}的联系`, 'aria-haspopup': 'dialog' });
    return h('tr', { tabIndex: -1, className: it.until ? 'whistle-over-now' : '' },
      [it.kindName, it.unitName, it.targetName, it.building ?? '', it.person, it.duty, date(it.since), it.until ? date(it.until) : '']
        .map((cell) => h('td', {}, cell)),
      h('td', {}, act));
  }

  function end(it, pressed) {
    const until = h('input', { type: 'date', name: 'until', required: true, value: today(), min: it.since, max: today() });
    const last = field('最后一日', until);
    const rest = h('div');
    const send = h('button', { type: 'submit', className: 'whistle-button whistle-chief' }, '确认结束');
    const form = h('form', { noValidate: true, on: { submit } },
      h('h4', {}, `${it.person}不再联系${it.targetName}${it.building ?? ''}`),
      h('p', { className: 'whistle-aside' }, '登记以后不能更改，记录保留。'),
      last.element, rest,
      h('div', { className: 'whistle-acts' }, send, button('取消', () => dialog.close())));
    const dialog = h('dialog', { className: 'whistle-dialog', 'aria-label': '结束联系', on: { close } }, form);
    let ended = false;
    element.append(dialog);
    dialog.showModal();
    until.focus();

    async function submit(submitted) {
      submitted.preventDefault();
      send.disabled = true;
      try {
        await post(url('contacts', it.id, 'end'), signal, { json: { until: until.value || null } });
        ended = true;
        dialog.close();
      } catch (error) {
        mistakes(error, { until: last }, rest);
        send.disabled = false;
      }
    }

    async function close() {
      dialog.remove();
      if (!ended) {
        pressed.focus();
        return;
      }
      await reload();
      say(`已登记${it.person}不再联系${it.targetName}。`);
      text.focus(); // the button that was pressed is gone
    }
  }
}
