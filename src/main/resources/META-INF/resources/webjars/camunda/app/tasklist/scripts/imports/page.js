// The page 导入台账: a register of complaints as a CSV file becomes cases, or the list of what is wrong in it.
import { get, upload, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';
import { dropping } from '../pages/drop.js';
import { openFrame } from '../pages/frame.js';
import { earlier } from './earlier.js';
import { mistakes } from './mistakes.js';
import { state } from './state.js';

/** Shows the page in this node; the answer closes it: requests end, timers and listeners go. */
export const openPage = (node) => openFrame(node, { title: '导入台账', heard: true }, content);

function content(context) {
  const { signal, say } = context;
  const drop = dropping(context, {
    what: '登记表',
    accept: '.csv,text/csv',
    hint: 'CSV 文件，UTF-8 或 GB18030（GBK）编码，一次最多 10000 行、20 MB。全部无误才会导入；有错误时逐行逐列列出，一件也不导入。',
    template: h('p', { className: 'whistle-template' },
      h('a', { href: url('complaints', 'import', 'template'), download: '投诉登记表模板.csv' }, '下载登记表模板'),
      h('span', { className: 'whistle-aside' }, '（表头和一行示例；填写前请删去示例行）')),
    start: '开始导入',
    send,
  });
  const result = h('section', { 'aria-label': '导入情况', tabIndex: -1, hidden: true });
  const history = earlier(context, show);
  history.reload();
  return [drop.element, result, history.element];

  async function send(register) {
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `上传${register.name}` });
    const how = h('p', { className: 'whistle-aside' }, '正在上传…');
    drop.wait(true);
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
      drop.wait(false);
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
}
