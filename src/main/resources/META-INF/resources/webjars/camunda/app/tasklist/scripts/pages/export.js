// 导出: a list as a spreadsheet, all of it, as it is filtered at the moment.
import { file } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';

/**
 * The button, and beside it what went wrong.
 *
 * @param address tells, when it is pressed, where the list comes from
 * @param json tells what is asked there, where that is not to stand in the address
 */
export function exporting(address, { signal, say, title = '导出为 Excel 表格' }, json) {
  const loaded = () => {
    const at = new URL(address());
    at.searchParams.set('format', 'xlsx');
    return file(at.href, signal, json?.());
  };
  return h('div', { className: 'whistle-export' }, downloading('导出', loaded, (name) => say(`已导出：${name}`), { title }));
}

/**
 * A button that hands a file to the reader, and what went wrong.
 *
 * @param loaded gets the file with its name when it is pressed
 * @param done is told the name
 */
export function downloading(label, loaded, done, properties) {
  const mistake = h('div');
  const press = button(label, async () => {
    press.disabled = true;
    mistake.replaceChildren();
    try {
      const { content, name } = await loaded();
      save(content, name);
      done(name);
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
    } finally {
      press.disabled = false;
      press.focus();
    }
  }, properties);
  return [press, mistake];
}

function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
