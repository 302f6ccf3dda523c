// A company's sheet: what it is, what it runs, its contracts and managers, whether it is leaving, and its record.
import { get, url } from '../case/api.js';
import { facts, h } from '../case/dom.js';
import { section } from '../case/section.js';
import { date } from '../case/words.js';
import { labelled } from '../pages/fields.js';
import { exits } from './exits.js';
import { history } from './history.js';
import { contractState } from './kinds.js';
import { part, table } from './part.js';
import { amount, ending, linked, since, standing } from './words.js';

export function company(id, context) {
  const { element, reload } = section('企业登记卡', async () => sheet(await get(url('companies', id), context.signal), context));
  reload();
  return element;
}

function sheet({ company: it, ...of }, context) {
  const { open, officer } = context;
  return [
    h('h3', { className: 'whistle-sheet-name' }, it.name),
    facts([
      ['统一社会信用代码', it.creditCode],
      ['负责人', it.manager],
      ['国有企业', it.stateOwned ? '是' : '否'],
      ['在管小区', `${it.compounds} 个`],
      ['应急保障', of.standbys.filter(({ to }) => !to).map(({ streetName }) => streetName).join('、')],
      ['状态', standing(it.stateName, it.leaving ? 'late' : 'done')],
      ['抄告、督办、通报', record(it.id, context)],
    ]),
    runs(it.id, of, context),
    part('合同', table('合同', ['小区', '合同编号', '类别', '开始', '结束', '年合同额', '服务等级', '状态', '终止原因'],
      of.contracts.map((one) => [
        linked(one.compoundName, { compound: one.compound }, open), one.number, one.kindName, since(one.from), ending(one.endedOn ?? one.to),
        `${amount(one.yearlySum)} 元`, `${one.grade} 级`, contractState(one), one.endedFor ?? '',
      ]), '没有登记合同。')),
    part('项目经理', table('项目经理', ['姓名', '证书编号', '小区', '任职开始', '任职结束'],
      of.managers.map((one) => [
        one.name, one.licenceNo, linked(one.compoundName, { compound: one.compound }, open), since(one.from), ending(one.to),
      ]), '没有登记项目经理。')),
    part('企业退出', exits(of.exits, context)),
    officer && history(it.id, context),
  ].filter(Boolean);
}

/** How many rungs of the ladder count against it; who may not read that is told nothing. */
function record(id, { signal }) {
  const place = h('span', {}, '…');
  get(url('companies', id, 'record'), signal)
    .then(({ counts, complaints }) => {
      const said = counts.filter(({ count }) => count > 0).map(({ rungName, count }) => `${rungName} ${count} 次`);
      place.textContent = `${said.join('，') || '没有'}；所管小区的投诉 ${complaints.total} 件`;
    })
    .catch(() => { place.textContent = '只有区办公室和企业自己可以查看'; });
  return place;
}

/** The compounds that it ran on a day. */
function runs(id, first, { signal, open, say }) {
  const place = h('div');
  const on = h('input', { type: 'date', value: first.on, on: { change: again } });
  const element = part('管理的小区',
    h('div', { className: 'whistle-filter' }, h('div', {}, labelled('哪一天', on))), place);
  fill(first);
  return element;

  async function again() {
    if (!on.value) return;
    fill(await get(`${url('companies', id)}?on=${on.value}`, signal));
    say(`${date(on.value)}管理 ${place.querySelectorAll('tbody tr').length} 个小区。`);
  }

  function fill(of) {
    place.replaceChildren(table('管理的小区', ['小区', '依据', '开始', '结束'],
      of.runs.map((run) => [linked(run.compoundName, { compound: run.compound }, open), run.basisName, since(run.from), ending(run.to)]),
      '这一天没有管理小区。'));
  }
}
