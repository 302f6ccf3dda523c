// The page 导入台账: a register of complaints as a CSV file becomes cases, or the list of what is wrong in it.
import { get, upload, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';
import { size } from '../case/words.js';
import { openFrame } from '../pages/frame.js';
import { earlier } from './earlier.js';
import { mistakes } from './mistakes.js';
import { state } from './state.js';

/** Shows the page in this node; the answer closes it: requests end, timers and listeners go. */
export const openPage = (node) => openFrame(node, { title: '导入台账', heard: true }, content);

function content(context) {
  const { signal, say } = context;
  const chosen = h('div', { className: 'whistle-chosen' });
  const picker = h('input', {
    type: 'file', accept: '.csv,text/csv', hidden: true, 'aria-label': '选择登记表文件', on: { change: () => choose(picker.files) },
  });
  const pick = button('选择文件', () => picker.click(), { 'aria-describedby': 'whistle-import-what' });
  const drop = h('section', { 'aria-label': '选择文件' },
    h('header', {}, h('h4', {}, '选择文件')),
    h('div', { className: 'whistle-drop' },
      h('p', {}, '把登记表拖到这里，或 ', pick),
      h('p', { className: 'whistle-aside', id: 'whistle-import-what' },
        'CSV 文件，UTF-8 或 GB18030（GBK）编码，一次最多 10000 行、20 MB。全部无误才会导入；有错误时逐行逐列列出，一件也不导入。'),
      picker),
    h('p', { className: 'whistle-template' },
      h('a', { href: url('complaints', 'import', 'template'), download: '投诉登记表模板.csv' }, '下载登记表模板'),
      h('span', { className: 'whistle-aside' }, '（表头和一行示例；填写前请删去示例行）')),
    chosen);
  const result = h('section', { 'aria-label': '导入情况', tabIndex: -1, hidden: true });
  const history = earlier(context, show);
  receiveDrops();
  history.reload();
  return [drop, result, history.element];

  function choose(files) {
    const [register] = files;
    if (!register) return;
    const start = button('开始导入', () => send(register), { className: 'whistle-button whistle-chief' });
    chosen.replaceChildren(
      h('span', { className: 'whistle-file' }, register.name),
      h('span', { className: 'whistle-aside' }, size(register.size)),
      start, button('取消', () => forget(true)));
    say(files.length > 1 ? `一次只能导入一个文件，已选择${register.name}。` : `已选择${register.name}。`);
    start.focus();
  }

  function forget(back) {
    picker.value = ''; // the same file can be chosen again when it has been mended
    chosen.replaceChildren();
    if (back) pick.focus();
  }

  async function send(register) {
    forget();
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `上传${register.name}` });
    const how = h('p', { className: 'whistle-aside' }, '正在上传…');
    pick.disabled = true;
    present(`正在导入 ${register.name}`, h('div', { className: 'whistle-going' }, bar, how));
    say('正在上传。');
    try {
      const made = await upload(url('complaints', 'import'), register, (part) => {
        bar.value = part;
        if (part === 1) {
          bar.removeAttribute('value'); // nobody knows how long it takes to look through it
          how.textContent = '正在逐行核对…';
        }
      }, signal);
      show(made, history.knows(made.id) && '这个文件以前已经导入过，没有重复立案；下面是那次导入的情况。');
      history.reload();
    } catch (error) {
      refused(register, error);
    } finally {
      pick.disabled = false;
    }
  }

  function refused(register, error) {
    const rows = error.problem?.errors?.filter((it) => it.row !== undefined) ?? [];
    const text = rows.length > 0 ? error.problem.detail : told(error);
    if (!text) return;
    present(`${register.name} 没有导入`, alarm(text), rows.length > 0 && mistakes(rows));
    say('');
  }

  /** An import, one that has just begun or an earlier one; while it goes on it shows how far it has come. */
  function show(made, note) {
    present('导入情况', note && h('p', { className: 'whistle-note' }, note), state(made, { ...context, note, settled: history.reload }));
  }

  function present(heading, ...content) {
    result.hidden = false;
    result.replaceChildren(h('header', {}, h('h4', {}, heading)), ...content.filter(Boolean));
    result.scrollIntoView({ block: 'nearest' });
    result.focus({ preventScroll: true });
  }

  function receiveDrops() {
    const files = (event) => event.dataTransfer?.types.includes('Files');
    // A file that misses the place must not replace the page.
    for (const type of ['dragover', 'drop']) {
      window.addEventListener(type, (event) => {
        if (!files(event)) return;
        event.preventDefault();
        const here = drop.contains(event.target) && !pick.disabled;
        if (type === 'dragover') event.dataTransfer.dropEffect = here ? 'copy' : 'none';
        drop.classList.toggle('whistle-over', here && type === 'dragover');
        if (here && type === 'drop') choose(event.dataTransfer.files);
      }, { signal });
    }
    window.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) drop.classList.remove('whistle-over');
    }, { signal });
  }
}
