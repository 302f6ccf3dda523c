// The imports so far, the newest first, each leading to its state.
import { get, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { empty, section, told, alarm } from '../case/section.js';
import { minute } from '../case/words.js';

const AT_ONCE = 20;

/** @param show is given the import that somebody wants to see */
export function earlier({ signal }, show) {
  const known = new Set();
  const mistake = h('div');
  const { element, reload: load } = section('历次导入', async () => {
    const { imports, total } = await page(0);
    if (total === 0) return empty('还没有导入过。');
    const body = h('tbody', {}, imports.map(row));
    let next = 1;
    const more = button('显示更早的导入', async () => {
      await attempt(async () => {
        const older = await page(next);
        next += 1;
        body.append(...older.imports.map(row));
        more.hidden = body.rows.length >= older.total || older.imports.length === 0;
      });
    }, { hidden: imports.length >= total });
    return h('div', { className: 'whistle-table' },
      h('table', { 'aria-label': '历次导入' },
        h('thead', {}, h('tr', {}, ['导入时间', '导入人', '单位', '行数', '已立案', '未能立案', '状态', ''].map((title) =>
          title ? h('th', { scope: 'col' }, title) : h('th', { scope: 'col', 'aria-label': '操作' })))),
        body),
      more);
  }, mistake);
  return { element, reload, knows: (id) => known.has(id) };

  /** Whoever has the list under the fingers keeps the place. */
  async function reload() {
    const { activeElement } = document;
    const place = element.contains(activeElement) ? activeElement.getAttribute('aria-label') : null;
    await load();
    if (place && !element.contains(document.activeElement)) {
      element.querySelector(`[aria-label="${CSS.escape(place)}"]`)?.focus();
    }
  }

  async function page(number) {
    const found = await get(`${url('complaints', 'imports')}?page=${number}&size=${AT_ONCE}`, signal);
    found.imports.forEach(({ id }) => known.add(id));
    return found;
  }

  function row(it) {
    const when = minute(it.importedAt);
    return h('tr', {},
      [when, it.importedByName, it.unitName, it.total, it.opened, it.failed, standing(it)].map((cell) => h('td', {}, cell)),
      h('td', {}, button('查看', () => attempt(async () => show(await get(url('complaints', 'imports', it.id), signal))),
        { 'aria-label': `查看 ${when} 的导入` })));
  }

  async function attempt(act) {
    try {
      mistake.replaceChildren();
      await act();
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
    }
  }
}

function standing({ done, failed }) {
  const [tone, name] = done ? (failed > 0 ? ['late', '部分未立案'] : ['done', '全部立案']) : ['soon', '正在立案'];
  return h('span', { className: `whistle-days whistle-${tone}` }, name);
}
