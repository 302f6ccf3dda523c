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
  const mistake = h('div');
  const press = button('导出', async () => {
    press.disabled = true;
    mistake.replaceChildren();
    try {
      const at = new URL(address());
      at.searchParams.set('format', 'xlsx');
      const { content, name } = await file(at.href, signal, json?.());
      save(content, name);
      say(`已导出：${name}`);
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
    } finally {
      press.disabled = false;
      press.focus();
    }
  }, { title });
  return h('div', { className: 'whistle-export' }, press, mistake);
}

/** Hands a file to the reader. */
export function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
