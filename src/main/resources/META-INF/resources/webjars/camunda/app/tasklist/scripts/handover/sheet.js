// The photographed sheet that was signed on paper: taken here, or one that was taken for another item.
import { get, upload } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';

export function sheet(id, { of, signal, memory }) {
  const list = h('select', { id, on: { change: () => wrong.refuse() } });
  const mistake = h('div');
  const picker = h('input', {
    id: `${id}-file`, type: 'file', accept: 'image/*,application/pdf', hidden: true, 'aria-label': '签好字的清单',
    on: { change: () => send(picker.files[0]) },
  });
  const pick = button('拍照或者选择文件', () => picker.click());
  const wrong = mistakeOf(`${id}-wrong`, list);
  const element = h('div', { className: 'whistle-ask' },
    h('label', { htmlFor: id }, '签好字的清单', h('span', { className: 'whistle-must', title: '必填' }, ' *')),
    h('span', { className: 'whistle-aside' }, '一张清单可以用于几个项目；上传后存入案件附件'),
    list, wrong.element, pick, picker, mistake);
  let asked = false;
  // What was there for another item is there at once; somebody may be quicker than the list of files.
  offer(memory.files ?? []);
  list.value = memory.sheet ?? '';
  return { name: 'sheet', element, value: () => list.value || null, refuse: wrong.refuse, focus: () => list.focus(), shown };

  /** Asked for when it is needed first. */
  async function shown() {
    if (asked) return;
    asked = true;
    try {
      memory.files = (await get(of('attachments'), signal)).filter(({ mediaType }) => /^image\/|pdf$/.test(mediaType));
      const chosen = list.value || memory.sheet || '';
      offer(memory.files);
      list.value = chosen;
    } catch (error) {
      asked = false;
      fail(error);
    }
  }

  function offer(files) {
    list.replaceChildren(h('option', { value: '' }, files.length > 0 ? '请选择' : '还没有上传'),
      ...files.map(({ id: file, name }) => h('option', { value: file }, name)));
  }

  async function send(file) {
    if (!file) return;
    mistake.replaceChildren(h('progress', { max: 1, 'aria-label': `上传${file.name}` }));
    try {
      const { id: added } = await upload(of('attachments'), file, () => {}, signal);
      mistake.replaceChildren();
      asked = false;
      memory.sheet = added;
      list.value = '';
      await shown();
      wrong.refuse();
    } catch (error) {
      fail(error);
    } finally {
      picker.value = '';
    }
  }

  function fail(error) {
    const text = told(error);
    if (text) mistake.replaceChildren(alarm(text));
  }
}

function mistakeOf(id, input) {
  const element = h('span', { id, className: 'whistle-wrong', hidden: true });
  return {
    element,
    refuse(text) {
      element.hidden = !text;
      element.textContent = text ?? '';
      input.setAttribute('aria-invalid', String(Boolean(text)));
      if (text) input.setAttribute('aria-describedby', id);
      else input.removeAttribute('aria-describedby');
    },
  };
}
