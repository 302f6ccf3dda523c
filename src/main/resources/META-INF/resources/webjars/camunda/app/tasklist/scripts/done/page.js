// The page 我经办的: what I have done, the latest first, and what became of the case.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { caseLink } from '../case/link.js';
import { section } from '../case/section.js';
import { minute } from '../case/words.js';
import { field, mistakes, noMistakes } from '../pages/fields.js';
import { openFrame } from '../pages/frame.js';
import { exporting } from '../pages/export.js';
import { AT_ONCE, paged } from '../pages/paged.js';

/** Shows the page in this node; the answer closes it: requests end, timers and listeners go. */
export const openPage = (node) =>
  openFrame(node, { title: '我经办的', look: 'whistle-my-work', note: '本人办过的任务、登记的案件和变动，新的在前。' }, (frame) => {
    const list = work(frame);
    list.reload();
    return list.element;
  });

function work({ signal, say, showCase }) {
  const text = h('input', { type: 'search', maxLength: 100, placeholder: '案件编号、事由、小区或者任务' });
  const fields = {
    q: field('查找', text), from: field('起始日期', h('input', { type: 'date' })), to: field('截止日期', h('input', { type: 'date' })),
  };
  const rest = h('div');
  const filter = h('form', { className: 'whistle-filter', role: 'search', noValidate: true, on: { submit: search } },
    Object.values(fields).map(({ element }) => element),
    h('button', { type: 'submit', className: 'whistle-button' }, '查询'),
    exporting(() => `${url('me', 'done')}?${new URLSearchParams(asked())}`, { signal, say }));
  const { element, reload } = section('办理记录', load);
  element.querySelector('header').after(filter, rest);
  return { element, reload };

  async function search(submitted) {
    submitted.preventDefault();
    noMistakes(fields, rest);
    await reload();
    say(element.querySelector('.whistle-total')?.textContent ?? '');
  }

  async function load() {
    try {
      return await paged({
        label: '办理记录',
        columns: ['办理时间', '案件编号', '事由', '小区', '办理内容', '案件状态'],
        load: page,
        row,
        none: '没有符合条件的办理记录。',
      });
    } catch (error) {
      if (!error.problem?.errors) throw error;
      mistakes(error, fields, rest);
      return [...element.querySelector('.whistle-content').childNodes];
    }
  }

  async function page(number) {
    const query = new URLSearchParams({ ...asked(), page: number, size: AT_ONCE });
    const { done, total } = await get(`${url('me', 'done')}?${query}`, signal);
    return { rows: done, total };
  }

  /** What the list is narrowed by. */
  function asked() {
    return Object.fromEntries(
      Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]).filter(([, value]) => value));
  }

  function row(it) {
    return h('tr', { tabIndex: -1 },
      h('td', {}, minute(it.at)), h('td', {}, caseLink(it.caseNo, showCase)),
      [it.title, it.compoundName ?? '', it.name, it.state === 'open' ? '办理中' : (it.outcomeName ?? '已办结')].map((cell) => h('td', {}, cell)));
  }
}
