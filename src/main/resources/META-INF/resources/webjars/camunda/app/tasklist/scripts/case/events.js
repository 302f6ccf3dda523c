// What may happen outside while the case is under way, e.g. that the complaint is withdrawn: recorded here, by a dialog.
import { get, post, random } from './api.js';
import { button, h } from './dom.js';
import { fields } from './fields.js';
import { alarm, section, told } from './section.js';

export function events(context) {
  const { element, reload } = section('变动登记', async () => {
    const awaited = await get(context.of('events'), context.signal);
    element.hidden = awaited.length === 0;
    return h('ul', { className: 'whistle-list' }, awaited.map((event) => row(event, context)));
  });
  element.hidden = true; // most cases wait for nothing that this officer could record
  return {
    element,
    async reload() {
      await reload();
      if (element.querySelector('.whistle-error')) element.hidden = false;
    },
  };
}

function row(event, context) {
  const { name, clauses, guidance } = event;
  const act = button('登记', () => ask(event, act, context), { 'aria-label': `登记“${name}”`, 'aria-haspopup': 'dialog' });
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' },
      h('p', { className: 'whistle-what' },
        h('span', { className: 'whistle-name' }, name),
        clauses.map((it) => h('span', { className: 'whistle-clause' }, it))),
      guidance && h('p', { className: 'whistle-aside' }, guidance)),
    h('div', { className: 'whistle-acts' }, act));
}

/** Asks for what the event's form wants; its dialog stays until the event is recorded or somebody thinks better of it. */
function ask({ event, name, guidance, form }, pressed, { of, file, signal }) {
  const key = random(); // one act, however often it is sent
  const { elements, values } = fields(form ?? {});
  const mistake = h('div');
  const send = h('button', { type: 'submit', className: 'whistle-button whistle-chief' }, '确认登记');
  const page = h('form', { on: { submit } },
    h('h4', {}, `${name}：${file.caseNo}`),
    guidance && h('p', { className: 'whistle-aside' }, guidance),
    elements, mistake,
    h('div', { className: 'whistle-acts' }, send, button('取消', () => dialog.close())));
  const dialog = h('dialog', { className: 'whistle-dialog', 'aria-label': name, on: { close } }, page);
  let recorded = false;
  pressed.closest('section').append(dialog);
  dialog.showModal();

  async function submit(submitted) {
    submitted.preventDefault();
    send.disabled = true;
    mistake.replaceChildren();
    try {
      await post(of('events', event), signal, { json: values(), key });
      recorded = true;
      const read = button('知道了', () => dialog.close());
      page.replaceChildren(
        h('p', { role: 'status' }, `已登记“${name}”，流程已经继续，任务列表随之更新。`),
        h('div', { className: 'whistle-acts' }, read));
      read.focus();
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
      send.disabled = false;
    }
  }

  function close() {
    dialog.remove();
    if (recorded) leave();
    else pressed.focus();
  }
}

/** The task may be gone. Tasklist follows its address: without task and tab it closes the task and asks for the list anew. */
export function leave() {
  const [path, search] = location.hash.split('?');
  const kept = (search ?? '').split('&').filter((part) => !/^(task|detailsTab)=/.test(part));
  location.hash = `${path}?${kept.join('&')}`;
}
