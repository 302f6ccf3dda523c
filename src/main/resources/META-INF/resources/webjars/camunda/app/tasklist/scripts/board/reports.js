// 通报和报告: what the office has issued; who works for it sees beforehand what the next one says, who leads it issues it.
import { file, get, post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { minute } from '../case/words.js';
import { me } from '../pages/entry.js';
import { downloading } from '../pages/export.js';
import { field, mistakes, noMistakes, today } from '../pages/fields.js';
import { part, table } from '../registers/part.js';
import { paper } from './paper.js';

/** How many periods of a kind are offered*. */
const OFFERED = { MONTH: 24, QUARTER: 8, YEAR: 5 };
const KINDS = { MONTH: '月度通报', QUARTER: '季度报告', YEAR: '年度总结' };
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];

const OFFICES = ['CITY', 'DISTRICT_OFFICE'];
/** Whom reports are circulated to. */
const ADDRESSEES = [...OFFICES, 'STREET', 'DEPARTMENT'];

/** The part, or null for whom reports are not meant. */
export async function reports({ units }, frame) {
  const reader = await me();
  const worksFor = (kinds) => units.some(({ id, kind }) => kinds.includes(kind) && reader.units.some((it) => it.id === id));
  if (!worksFor(ADDRESSEES)) return null;
  const issued = await get(url('reports'), frame.signal);
  const office = worksFor(OFFICES);
  const list = h('div');
  const made = part('通报和报告', list, office && drafting(reader.groups.some((it) => it.endsWith('.lead')), frame, show));
  show(issued);
  return made;

  function show(rows) {
    list.replaceChildren(table('已经签发的通报和报告', ['标题', '类别', '文号', '签发人', '签发时间', '文件'], rows.map((it) => [
      it.title, it.kindName, it.number, it.issuedByName, minute(it.issuedAt), files(it, frame),
    ]), '还没有签发过通报或者报告。'));
  }
}

function files({ kind, period, office, title }, { signal, say }) {
  const from = new URLSearchParams({ office });
  const download = (suffix, name) => downloading(name, () => file(`${url('reports', kind, `${period}.${suffix}`)}?${from}`, signal),
    (saved) => say(`已下载：${saved}`), { className: 'whistle-link', 'aria-label': `下载${title}（${name}）` });
  const [word, sheet] = [download('docx', 'Word 文档'), download('xlsx', 'Excel 表格')];
  return [word[0], '　', sheet[0], word[1], sheet[1]];
}

/** @param leads whether the reader may issue it */
function drafting(leads, { signal, say }, show) {
  const kind = field('类别', h('select', { on: { change: offer } }, Object.entries(KINDS).map(([value, name]) => h('option', { value }, name))));
  const period = field('期间', h('select'));
  const work = field('其他工作情况', words(), '没有数字的工作，例如宣传培训、考核、备案。一段一行，可以不填。');
  const plan = field('下一步工作安排', words(), '年度总结中为下一年度工作计划。一段一行，可以不填。');
  const fields = { kind, period, work, plan };
  const draft = h('div');
  const rest = h('div');
  offer();
  return h('div', { className: 'whistle-drafting' },
    h('h5', {}, leads ? '拟稿和签发' : '拟稿'),
    h('form', { className: 'whistle-filter', 'aria-label': '拟稿', noValidate: true, on: { submit: preview, input: outdated } },
      Object.values(fields).map((it) => it.element), h('button', { type: 'submit', className: 'whistle-button' }, '预览')),
    rest, draft);

  function offer() {
    period.input.replaceChildren(...periods(kind.input.value).map(([value, name]) => h('option', { value }, name)));
  }

  /** What is issued is what was looked at. */
  function outdated() {
    draft.replaceChildren();
  }

  async function preview(submitted) {
    submitted.preventDefault();
    const asked = Object.fromEntries(Object.entries(fields).map(([name, { input }]) => [name, input.value]));
    await doing(async () => {
      const { paper: written } = await post(url('reports', 'preview'), signal, { json: asked });
      const issue = leads && h('p', {}, button('签发', () => issuing(asked)),
        '　签发后数字不再变动，每期只签发一次。');
      const heading = h('h5', { tabIndex: -1 }, `预览：${written.title}`);
      draft.replaceChildren(heading, paper(written), issue || '');
      heading.focus();
    });
  }

  async function issuing(asked) {
    await doing(async () => {
      const { title } = await post(url('reports'), signal, { json: asked });
      draft.replaceChildren();
      [work, plan].forEach(({ input }) => { input.value = ''; });
      show(await get(url('reports'), signal));
      say(`已签发：${title}`);
    });
  }

  async function doing(what) {
    noMistakes(fields, rest);
    try {
      await what();
    } catch (error) {
      mistakes(error, fields, rest);
    }
  }
}

const words = () => h('textarea', { rows: 5, maxLength: 10_000 });

/** The periods that are over, the latest first: [2026-10, 2026年10月]. */
function periods(kind) {
  const [year, month] = today().split('-').map(Number);
  const length = { MONTH: 1, QUARTER: 3, YEAR: 12 }[kind];
  const running = Math.floor((year * 12 + month - 1) / length);
  return Array.from({ length: OFFERED[kind] }, (_, ago) => {
    const first = (running - 1 - ago) * length;
    const [of, number] = [Math.floor(first / 12), first % 12];
    return {
      MONTH: [`${of}-${String(number + 1).padStart(2, '0')}`, `${of}年${number + 1}月`],
      QUARTER: [`${of}Q${number / 3 + 1}`, `${of}年${QUARTERS[number / 3]}`],
      YEAR: [`${of}`, `${of}年`],
    }[kind];
  });
}
