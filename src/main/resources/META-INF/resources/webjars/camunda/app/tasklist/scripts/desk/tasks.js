// The tasks that may be handed over, to be ticked.
import { get, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { caseLink } from '../case/link.js';
import { section } from '../case/section.js';
import { lastDay, left, urgency } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { AT_ONCE, paged } from '../pages/paged.js';
import { handOver } from './dialog.js';

/** As many as the server hands over at once. */
const MOST = 100;

export function tasks({ signal, say, showCase }) {
  /** By task id: the tasks that are ticked. */
  const ticked = new Map();
  const act = button('移交所选任务', () => handOver([...ticked.values()], { signal, pressed: act, done }), {
    'aria-haspopup': 'dialog', className: 'whistle-button whistle-chief',
  });
  const { element, reload } = section('可以移交的任务', load, h('div', { className: 'whistle-acts whistle-below' }, act, exporting(() => url('me', 'tasks'), { signal, say })));
  return { element, reload };

  async function load() {
    ticked.clear();
    count();
    return paged({
      label: '可以移交的任务',
      columns: [
        h('th', { scope: 'col', 'aria-label': '选择' }), '任务', '期限', '案件编号', '小区', '事由', '承办单位', '办理人',
      ],
      load: page,
      row,
      none: '没有可以移交的任务。',
    });
  }

  async function page(number) {
    const found = await get(`${url('me', 'tasks')}?${new URLSearchParams({ page: number, size: AT_ONCE })}`, signal);
    return { rows: found.tasks, total: found.total };
  }

  function row(it) {
    const tick = h('input', {
      type: 'checkbox', 'aria-label': `选择案件 ${it.caseNo} 的“${it.name}”`,
      on: {
        change() {
          if (tick.checked) ticked.set(it.taskId, it);
          else ticked.delete(it.taskId);
          count();
        },
      },
    });
    return h('tr', { tabIndex: -1 },
      h('td', {}, tick),
      h('td', {}, it.name),
      h('td', {}, it.dueAt && h('span', { className: `whistle-days whistle-${urgency(it.daysLeft)}`, title: lastDay(it.dueAt) }, left(it.daysLeft))),
      h('td', {}, caseLink(it.caseNo, showCase)),
      [it.compoundName ?? '', it.title ?? '', it.unitName].map((cell) => h('td', {}, cell)),
      h('td', {}, !it.assigneeName ? '待领取' : it.standsInForName ? `${it.assigneeName}代${it.standsInForName}` : it.assigneeName));
  }

  function count() {
    act.disabled = ticked.size === 0 || ticked.size > MOST;
    act.textContent = ticked.size === 0 ? '移交所选任务' : `移交所选任务（${ticked.size} 项）`;
    if (ticked.size > MOST) say(`一次最多移交 ${MOST} 项任务。`);
  }

  async function done(told) {
    await reload();
    say(told);
    element.querySelector('input[type=checkbox]')?.focus();
  }
}
