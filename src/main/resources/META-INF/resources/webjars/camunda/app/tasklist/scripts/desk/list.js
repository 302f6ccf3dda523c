// 导出 of the list that is open in Tasklist.
import { url } from '../case/api.js';
import { h } from '../case/dom.js';
import { me } from '../pages/entry.js';
import { exporting } from '../pages/export.js';

export async function offerExport(node) {
  // Who works for no unit, such as an administrator, is given no list with cases.
  const { units } = await me();
  if (units.length === 0) return;
  const voice = h('span', { role: 'status', className: 'whistle-unseen' });
  node.className = 'whistle-case whistle-taking';
  node.replaceChildren(exporting(() => url('task-lists', listId()), {
    say: (text) => { voice.textContent = text; },
    title: '把本列表的全部任务导出为 Excel 表格，不受上方筛选条件限制',
  }), voice);
}

/** Tasklist writes into its address which list is open. */
const listId = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('filter') ?? '';
