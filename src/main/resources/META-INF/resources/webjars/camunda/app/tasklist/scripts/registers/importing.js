// 导入: a workbook is checked first; what would be done is shown, and done when that is confirmed.
import { upload, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';
import { table } from '../imports/table.js';
import { dropping } from '../pages/drop.js';
import { change } from './history.js';

export function importing(context) {
  const { signal, say } = context;
  const drop = dropping(context, {
    what: '登记簿',
    accept: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    hint: '.xlsx 工作簿，每张表一个登记簿，一张表最多 10000 行，文件最大 10 MB。先检查，确认后才导入；有一处错误就一条也不导入。'
      + '区办公室导入全部登记簿，镇街导入本辖区的项目经理、业主委员会和应急保障。',
    template: h('p', { className: 'whistle-template' },
      h('a', { href: url('registers', 'import', 'template'), download: '登记簿模板.xlsx' }, '下载登记簿模板'),
      h('span', { className: 'whistle-aside' }, '（表头、可填内容的说明和示例；各登记簿导出的表也可以直接修改后导入）')),
    start: '开始检查',
    send: (file) => send(file, true),
  });
  const result = h('section', { 'aria-label': '检查和导入结果', tabIndex: -1, hidden: true });
  return [drop.element, result];

  async function send(file, dryRun) {
    const doing = dryRun ? '检查' : '导入';
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `上传${file.name}` });
    drop.wait(true);
    present(`正在${doing} ${file.name}`, h('div', { className: 'whistle-going' }, bar, h('p', { className: 'whistle-aside' }, `正在${doing}…`)));
    say(`正在${doing}。`);
    try {
      const done = await upload(`${url('registers', 'import')}?dryRun=${dryRun}`, file, (part) => {
        bar.value = part;
        if (part === 1) bar.removeAttribute('value'); // nobody knows how long it takes to look through it
      }, signal);
      show(file, done);
    } catch (error) {
      refused(file, error);
    } finally {
      drop.wait(false);
    }
  }

  function refused(file, error) {
    const entries = error.problem?.errors?.filter((it) => it.sheet !== undefined) ?? [];
    const text = entries.length > 0 ? error.problem.detail : told(error);
    if (!text) return;
    present(`${file.name} 没有导入`, alarm(text),
      entries.length > 0 && table('错误清单（行号与表格软件里的行号一致，第 1 行是表头）', ['表', '行', '列', '问题和改法'],
        entries.map(({ sheet, row, column, message }) => [sheet, row, column ?? '整行', message])));
    say('');
  }

  function show(file, { dryRun, sheets, touched }) {
    const [added, changed] = ['added', 'changed'].map((what) => sheets.reduce((sum, it) => sum + it[what], 0));
    const nothing = added + changed === 0;
    const summary = dryRun
      ? `检查通过：将新增 ${added} 条、更改 ${changed} 条。`
      : `导入完成：新增 ${added} 条，更改 ${changed} 条。`;
    const said = nothing ? '检查通过：文件内容与登记簿一致，没有要导入的。' : summary;
    const confirm = button('确认导入', () => send(file, false), { className: 'whistle-button whistle-chief' });
    present(dryRun ? `${file.name} 的检查结果` : `${file.name} 已导入`,
      h('p', { className: dryRun && !nothing ? 'whistle-note' : 'whistle-note whistle-done' }, said),
      dryRun && !nothing && h('p', { className: 'whistle-acts' }, confirm, button('不导入', () => {
        result.hidden = true;
        say('没有导入。');
      })),
      table('各表情况', ['表', '新增', '更改', '没有变化', '示例行'],
        sheets.map((it) => [it.name, it.added, it.changed, it.unchanged, it.examples])),
      touched.length > 0 && table(touched.length < added + changed ? `新增和更改的前 ${touched.length} 条` : '新增和更改', ['表', '行', '登记', '', '内容'],
        touched.map((it) => [
          it.sheet, it.row || '—', it.what, it.added ? '新增' : '更改', h('ul', { className: 'whistle-changes' }, it.changes.map(change)),
        ])));
    say(said);
    if (dryRun && !nothing) confirm.focus();
  }

  function present(heading, ...content) {
    result.hidden = false;
    result.replaceChildren(h('header', {}, h('h4', {}, heading)), ...content.filter(Boolean));
    result.scrollIntoView({ block: 'nearest' });
    result.focus({ preventScroll: true });
  }
}
