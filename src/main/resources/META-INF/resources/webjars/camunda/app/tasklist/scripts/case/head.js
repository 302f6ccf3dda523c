// What the case is, how long there is, and what the step stands on.
import { clause } from './clause.js';
import { clocks } from './clocks.js';
import { facts, h } from './dom.js';
import { casePage } from './link.js';
import { minute } from './words.js';

/** Characters of a value that takes a line of its own. */
const LONG = 40;

export function head(file, context) {
  return headline(file, context,
    facts([
      ['地点', [file.compoundName, file.address].filter(Boolean).join(' ')],
      ['收到时间', minute(file.receivedAt)],
      ['来源', file.sourceName],
      ['来件编号', file.externalNo],
      ['首接单位', file.unitName],
      ['查询码', file.trackingCode],
      ['关联案件', file.parentCase && h('a', { href: casePage(file.parentCase) }, file.parentCase)],
      ...file.particulars.map(({ label, shown }) => [label, shown, shown.length > LONG]),
      ['办结时间', file.closedAt && minute(file.closedAt)],
      ['办理结果', file.outcomeName],
      ['详细情况', file.details, true],
    ]));
}

/** Its number, state and matter, and its clocks. */
export function headline(file, context, ...below) {
  const open = file.state === 'open';
  return h('section', { className: 'whistle-head', 'aria-label': '案件概况' },
    h('p', { className: 'whistle-line' },
      // The page has it in its heading.
      !context.onPage && h('a', { className: 'whistle-number', href: casePage(file.caseNo), title: '打开案件页，含办理路径' }, file.caseNo),
      h('span', { className: `whistle-state${open ? '' : ' whistle-closed'}` }, open ? '办理中' : '已办结'),
      h('span', { className: 'whistle-procedure' }, file.procedureName)),
    h('h3', {}, file.title),
    file.clocks.length > 0 && clocks(file, context),
    below);
}

export function basis({ clauses, guidance }, context) {
  return h('section', { className: 'whistle-basis', 'aria-label': '办理依据' },
    h('header', {}, h('h4', {}, '办理依据')),
    clauses.length > 0 && h('ul', { className: 'whistle-clauses', 'aria-label': '条款' },
      clauses.map((it) => h('li', {}, clause(it, context)))),
    h('p', { className: 'whistle-guidance' }, guidance || '这一步没有办理说明。'));
}
