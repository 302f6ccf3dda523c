// Pictures of what was found: taken or chosen before the patrol is recorded, sent to its case afterwards, one after the
// other. One that does not arrive can be sent again; the case is there whatever becomes of it.
import { upload, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';

export function pictures(signal) {
  let chosen = [];
  const names = h('ul', { className: 'whistle-shots' });
  const picker = h('input', {
    id: 'patrol-pictures', type: 'file', accept: 'image/*', multiple: true, hidden: true, 'aria-label': '现场照片',
    on: { change: () => add([...picker.files]) },
  });
  const pick = button('拍照或者选择照片', () => picker.click(), { 'aria-describedby': 'patrol-pictures-what' });
  const element = h('div', { className: 'whistle-ask' },
    h('p', { className: 'whistle-aside', id: 'patrol-pictures-what' }, '现场照片：可以一次选多张，登记之后自动上传到案件'), pick, picker);
  const place = h('div', {}, element, names);
  return { element: place, send };

  function add(files) {
    chosen.push(...files);
    picker.value = ''; // the same picture can be chosen again
    list();
  }

  function list() {
    names.replaceChildren(...chosen.map((file, i) =>
      h('li', {}, h('span', { className: 'whistle-file' }, file.name),
        button('移除', () => { chosen.splice(i, 1); list(); pick.focus(); }, { 'aria-label': `移除${file.name}` }))));
  }

  async function send(caseNo, shown) {
    const files = chosen;
    chosen = [];
    list();
    for (const file of files) {
      const row = h('div', { className: 'whistle-going' });
      shown.append(row);
      await sendOne(caseNo, file, row);
    }
  }

  async function sendOne(caseNo, file, row) {
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `上传${file.name}` });
    row.replaceChildren(h('span', { className: 'whistle-file' }, file.name), bar);
    try {
      await upload(url('cases', caseNo, 'attachments'), file, (part) => { bar.value = part; }, signal);
      row.replaceChildren(h('span', { className: 'whistle-aside' }, `已上传：${file.name}`));
    } catch (error) {
      const text = told(error);
      if (!text) return;
      row.replaceChildren(alarm(`${file.name}：${text}`), button('重新上传', () => sendOne(caseNo, file, row)));
    }
  }
}
