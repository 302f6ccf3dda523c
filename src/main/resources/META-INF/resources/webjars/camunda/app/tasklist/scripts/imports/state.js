// How far an import has come, asked again until it is done; then its cases, and the rows that got none.
import { get, post, url } from '../case/api.js';
import { button, facts, h } from '../case/dom.js';
import { caseLink } from '../case/link.js';
import { alarm, told } from '../case/section.js';
import { minute } from '../case/words.js';
import { table } from './table.js';

const AGAIN = 1000;
/** After a failure the server is given some time. */
const AFTER_FAILURE = 5000;

/**
 * An import as it goes on.
 *
 * @param settled told when it is done
 * @param note what is said before how far it has come
 */
export function state(made, { signal, say, showCase, settled, note }) {
  const element = h('div', { className: 'whistle-import' });
  let heard = -1; // how many quarters have been read out
  follow(made, note || '');
  return element;

  function follow(now, first = '') {
    if (now.done) {
      say(first + summary(now));
      element.replaceChildren(...finished(now));
      return;
    }
    element.replaceChildren(...going(now));
    const quarter = Math.floor((now.opened + now.failed) * 4 / now.total);
    if (quarter > heard) say(`${first}正在立案，已办 ${now.opened + now.failed} 件，共 ${now.total} 件。`);
    heard = quarter;
    later(now, AGAIN);
  }

  function later(now, pause) {
    const timer = setTimeout(() => ask(now), pause);
    const stop = () => clearTimeout(timer);
    signal.addEventListener('abort', stop);
  }

  async function ask(before) {
    if (!element.isConnected) return; // something else is shown in its place
    try {
      const now = await get(url('complaints', 'imports', before.id), signal);
      if (!element.isConnected) return;
      follow(now);
      if (now.done) settled();
    } catch (error) {
      const text = told(error);
      if (!text) return;
      element.replaceChildren(...going(before), alarm(`${text}导入仍在后台进行，页面会继续查询。`));
      later(before, AFTER_FAILURE);
    }
  }

  function finished(now) {
    const opened = now.rows.filter(({ caseNo }) => caseNo);
    const failed = now.rows.filter(({ caseNo }) => !caseNo);
    return [
      about(now),
      h('p', { className: failed.length > 0 ? 'whistle-note' : 'whistle-note whistle-done' }, summary(now)),
      failed.length > 0 && repair(now),
      failed.length > 0 && table('未能立案的行', ['行', '首次接待单位', '原因'],
        failed.map(({ row, unitName, reason }) => [row, unitName, reason ?? '系统出错，没有立案，可以重新立案。'])),
      opened.length > 0 && table('已立案的案件', ['行', '案件编号', '首次接待单位'],
        opened.map((it) => [it.row, number(it), it.unitName])),
    ].filter(Boolean);
  }

  /** A case of another unit is named, not shown. */
  function number({ caseNo, readable }) {
    if (!readable) return h('span', { className: 'whistle-number' }, caseNo);
    return caseLink(caseNo, showCase);
  }

  function repair(now) {
    if (now.repeatable === 0) {
      return h('p', { className: 'whistle-aside' }, '这些行保留 30 天，现已删除。请把它们另存为一个文件后导入。');
    }
    const mistake = h('div');
    const again = button(`重新立案 ${now.repeatable} 行`, async () => {
      again.disabled = true;
      try {
        heard = -1;
        follow(await post(url('complaints', 'imports', now.id, 'retry'), signal));
        settled();
      } catch (error) {
        const text = told(error);
        if (text) mistake.replaceChildren(alarm(text));
        again.disabled = false;
      }
    });
    return h('div', {},
      h('p', {}, again, h('span', { className: 'whistle-aside' }, ' 已立案的行不受影响；未能立案的行保留 30 天。')), mistake);
  }
}

function going(now) {
  const handled = now.opened + now.failed;
  return [
    about(now),
    h('div', { className: 'whistle-going' },
      h('progress', { max: now.total, value: handled, 'aria-label': '立案进度' }),
      h('p', {}, `正在立案：已办 ${handled} 件，共 ${now.total} 件。`, h('span', { className: 'whistle-aside' }, '离开本页不影响导入。'))),
  ];
}

const about = ({ importedAt, importedByName, unitName, total }) =>
  facts([['导入时间', minute(importedAt)], ['导入人', `${importedByName}（${unitName}）`], ['行数', String(total)]]);

function summary({ total, opened, failed, rows }) {
  const numbers = rows.map(({ caseNo }) => caseNo).filter(Boolean).sort();
  const range = numbers.length > 1 ? `，编号 ${numbers[0]} 至 ${numbers.at(-1)}` : numbers.map((it) => `，编号 ${it}`).join('');
  if (failed === 0) return `导入完成，${total} 件全部立案${range}。`;
  return `导入结束，${opened} 件已立案${range}；${failed} 行未能立案。`;
}
