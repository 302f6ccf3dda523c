// The patrols of a week that may be read here, the latest first.
import { get, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { empty, section } from '../case/section.js';
import { minute } from '../case/words.js';
import { exporting } from '../pages/export.js';
import { labelled, today } from '../pages/fields.js';

const AT_ONCE = 30;

export function list({ signal, say, showCase }) {
  const taken = takingAlong({ signal, say });
  const made = section('本周巡查记录', async () => {
    const patrols = await get(url('patrols'), signal);
    if (patrols.length === 0) return empty('本周还没有巡查记录。');
    const rows = h('ul', { className: 'whistle-list' });
    const more = button('', fill);
    fill();
    return [rows, more];

    function fill() {
      const from = rows.children.length;
      rows.append(...patrols.slice(from, from + AT_ONCE).map(row));
      const left = patrols.length - rows.children.length;
      more.hidden = left === 0;
      more.textContent = `再显示 ${Math.min(left, AT_ONCE)} 条（还有 ${left} 条）`;
    }
  }, taken);
  return made;

  function row(it) {
    const found = it.result === 'finding';
    const open = it.caseNo && button(`案件 ${it.caseNo}`, () => showCase(it.caseNo, open), { 'aria-label': `查看案件 ${it.caseNo}` });
    return h('li', { className: 'whistle-row' },
      h('div', { className: 'whistle-main' },
        h('p', {}, h('span', { className: 'whistle-file' }, it.compoundName), ' ',
          h('span', { className: `whistle-tag${found ? ' whistle-tag-failed' : ''}` }, found ? '发现问题' : '未发现问题')),
        h('p', { className: 'whistle-aside' },
          [minute(it.patrolledAt), `${it.unitName}（${it.kindName}）`, it.people.join('、'), it.note].filter(Boolean).join(' · '))),
      open && h('div', { className: 'whistle-acts' }, open));
  }
}

/** What was recorded from one day to another, to take along; from the beginning of the month, if nothing else is said. */
function takingAlong(context) {
  const from = h('input', { type: 'date', value: `${today().slice(0, 8)}01`, required: true });
  const to = h('input', { type: 'date', value: today(), required: true });
  return h('details', {}, h('summary', {}, '导出一段时间的记录'),
    h('div', { className: 'whistle-filter' },
      h('div', {}, labelled('起始日期', from)), h('div', {}, labelled('截止日期', to)),
      exporting(() => `${url('patrols')}?${new URLSearchParams({ from: from.value, to: to.value })}`, context)));
}
