// The dialog 移交: tasks go to a colleague, to another unit or back to their unit, with a reason.
import { get, post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { leave } from '../case/events.js';
import { alarm, told } from '../case/section.js';
import { date } from '../case/words.js';
import { field, mistakes } from '../pages/fields.js';

const NAMED = 5;

/** Asks for the task that is open in Tasklist, which then shows its list anew. */
export async function handOverOpenTask(taskId, pressed) {
  const { signal } = new AbortController();
  let tasks;
  try {
    tasks = [await get(url('tasks', taskId), signal)];
  } catch (error) {
    tell(told(error), pressed);
    return;
  }
  handOver(tasks, { signal, pressed, done: leave });
}

/**
 * Asks to whom these tasks go; the dialog stays until they have gone or somebody thinks better of it.
 *
 * @param tasks each with taskId and name
 * @param done called when they have gone, with what to tell of it
 */
export async function handOver(tasks, { signal, pressed, done }) {
  const ids = tasks.map(({ taskId }) => taskId);
  let choices;
  try {
    choices = await get(`${url('tasks', 'handover')}?ids=${ids.map(encodeURIComponent)}`, signal);
  } catch (error) {
    tell(told(error), pressed);
    return;
  }
  const ways = [
    ['to', '移交本单位人员', choices.colleagues.length > 0],
    ['toUnit', '移交其他单位', choices.units.length > 0],
    ['back', '退回本单位，由其他人员领取', choices.back],
  ].filter(([, , offered]) => offered);
  if (ways.length === 0) {
    tell('没有可以移交的人员或者单位。', pressed);
    return;
  }
  const to = select(choices.colleagues.map(({ user, name, awayUntil }) =>
    [user, awayUntil ? `${name}（不在岗，至${date(awayUntil)}）` : name]));
  const unit = select(choices.units.map(({ id, name }) => [id, name]));
  const reason = h('textarea', { rows: 3, required: true, maxLength: 200 });
  const fields = {
    to: field('移交给', to), toUnit: field('移交单位', unit), reason: field('原因', reason, '记入每一案件的办理经过，不写当事人的个人信息。'),
  };
  const radios = ways.map(([value], i) => h('input', { type: 'radio', name: 'whistle-way', value, checked: i === 0, on: { change: chosen } }));
  const rest = h('div');
  const send = h('button', { type: 'submit', className: 'whistle-button whistle-chief' }, '确认');
  const title = tasks.length === 1 ? `移交“${tasks[0].name}”` : `移交 ${tasks.length} 项任务`;
  const page = h('form', { noValidate: true, on: { submit } },
    h('h4', {}, title),
    tasks.length > 1 && h('p', { className: 'whistle-aside' }, named(tasks)),
    h('fieldset', {}, h('legend', { className: 'whistle-unseen' }, '去向'),
      ways.map(([, label], i) => h('label', { className: 'whistle-tick' }, radios[i], h('span', {}, label)))),
    fields.to.element, fields.toUnit.element, fields.reason.element, rest,
    h('div', { className: 'whistle-acts' }, send, button('取消', () => dialog.close())));
  let gone = null;
  const dialog = opened(title, page, () => (gone ? done(gone) : pressed.focus()));
  signal.addEventListener('abort', () => dialog.close());
  chosen();
  radios[0].focus();

  function way() {
    return radios.find(({ checked }) => checked).value;
  }

  function chosen() {
    fields.to.element.hidden = way() !== 'to';
    fields.toUnit.element.hidden = way() !== 'toUnit';
  }

  async function submit(submitted) {
    submitted.preventDefault();
    send.disabled = true;
    const said = { tasks: ids, reason: reason.value.trim(), seen: choices.seen };
    try {
      if (way() === 'back') await post(url('tasks', 'return'), signal, { json: said });
      else {
        const whom = way() === 'to' ? { to: to.value } : { toUnit: unit.value };
        await post(url('tasks', 'handover'), signal, { json: { ...said, ...whom } });
      }
      gone = way() === 'back' ? `已退回 ${ids.length} 项任务。` : `已移交 ${ids.length} 项任务。`;
      dialog.close();
    } catch (error) {
      mistakes(error, fields, rest);
      send.disabled = false;
    }
  }
}

const select = (options) =>
  h('select', { required: true },
    h('option', { value: '' }, '请选择'), options.map(([value, name]) => h('option', { value }, name)));

function named(tasks) {
  const some = tasks.slice(0, NAMED).map(({ name, caseNo }) => `${name}（${caseNo}）`).join('、');
  return tasks.length > NAMED ? `${some}等` : some;
}

/** What cannot be done, where there is nothing to fill in. */
function tell(text, pressed) {
  if (!text) return;
  const read = button('知道了', () => dialog.close());
  const dialog = opened('移交', h('div', {}, alarm(text), h('div', { className: 'whistle-acts' }, read)), () => pressed.focus());
  read.focus();
}

/** Tasklist's own column would cut a dialog off, so it stands at the end of the page. */
function opened(label, content, closed) {
  const dialog = h('dialog', { className: 'whistle-dialog', 'aria-label': label, on: { close } }, content);
  const around = h('div', { className: 'whistle-case whistle-aloft' }, dialog);
  document.body.append(around);
  dialog.showModal();
  return dialog;

  function close() {
    around.remove();
    closed();
  }
}
