// A compound's sheet: what it is, who ran it from when to when on what basis, contracts, committees, managers, exits.
import { get, url } from '../case/api.js';
import { facts, h } from '../case/dom.js';
import { section } from '../case/section.js';
import { bar } from './bar.js';
import { caseNumber } from './case-number.js';
import { exits } from './exits.js';
import { history } from './history.js';
import { committeeState, contractState } from './kinds.js';
import { part, table } from './part.js';
import { amount, ending, linked, runner, since } from './words.js';

export function compound(id, context) {
  const { element, reload } = section('小区登记卡', async () => sheet(await get(url('compounds', id), context.signal), context));
  reload();
  return element;
}

function sheet({ compound: it, ...of }, context) {
  const { open, officer } = context;
  return [
    h('h3', { className: 'whistle-sheet-name' }, it.name),
    facts([
      ['类别', it.managed ? it.kindName : `${it.kindName}（无物业）`],
      ['镇街和社区', `${it.streetName} ${it.communityName}`],
      ['地址', it.address],
      ['户数', `${it.households} 户`],
      ['建筑面积', it.area && `${amount(it.area)} 平方米`],
      ['建成区', it.builtUp ? '在建成区内' : '不在建成区内'],
      ['现在由谁管理', it.runnerName && `${it.runnerName}（${it.basisName}）`],
      ['项目经理', of.manager?.name],
      ['业主委员会', of.committee ? h('span', {}, of.committee.kindName, ' ', committeeState(of.committee)) : '没有'],
    ]),
    part('管理责任', bar(of.responsibilities),
      table('管理责任', ['开始', '结束', '管理单位', '依据', '案件'],
        of.responsibilities.map((run) => [
          since(run.from), ending(run.to), runner(run, open), run.basisName, caseNumber(run.caseNo, context),
        ]), '没有登记。')),
    part('合同', table('合同', ['合同编号', '企业', '类别', '开始', '结束', '年合同额', '服务等级', '状态', '终止原因'],
      of.contracts.map((one) => [
        one.number, linked(one.companyName, { company: one.company }, open), one.kindName, since(one.from),
        ending(one.endedOn ?? one.to), `${amount(one.yearlySum)} 元`, `${one.grade} 级`, contractState(one), one.endedFor ?? '',
      ]), '没有登记合同。')),
    part('业主委员会', table('业主委员会', ['类别', '备案号', '人数', '任期开始', '任期结束', '实际结束', '状态'],
      of.committees.map((one) => [
        one.kindName, one.filingNo ?? '', one.members, since(one.from), ending(one.to), ending(one.endedOn), committeeState(one),
      ]), '没有业主委员会，也没有代行其职责的组织。')),
    part('项目经理', table('项目经理', ['姓名', '证书编号', '企业', '任职开始', '任职结束'],
      of.managers.map((one) => [
        one.name, one.licenceNo, linked(one.companyName, { company: one.company }, open), since(one.from), ending(one.to),
      ]), '没有登记项目经理。')),
    part('企业退出', exits(of.exits, context)),
    officer && history(it.id, context),
  ].filter(Boolean);
}
