// The registers: what is asked of each, and how a row reads.
import { h } from '../case/dom.js';
import { amount, ending, linked, runner, since, standing } from './words.js';

/**
 * @param path of the list under /api/registers
 * @param hint what the field 查找 looks through
 * @param now whether only what holds today can be asked for, and how that is called
 * @param officers for officers of public units only
 */
export const KINDS = [
  {
    title: '小区',
    path: 'compounds',
    hint: '名称、地址、社区或者管理单位',
    streets: true,
    columns: ['小区', '类别', '镇街', '社区', '户数', '建筑面积', '管理单位', '依据'],
    cells: (it, open) => [
      linked(it.name, { compound: it.id }, open), it.managed ? it.kindName : `${it.kindName}（无物业）`, it.streetName, it.communityName,
      it.households, it.area ? `${amount(it.area)} ㎡` : '',
      it.basis ? runner(it, open) : '',
      it.basisName ?? '',
    ],
  },
  {
    title: '企业',
    path: 'companies',
    hint: '名称、统一社会信用代码或者负责人',
    columns: ['企业', '统一社会信用代码', '负责人', '国有', '在管小区', '状态'],
    cells: (it, open) => [
      linked(it.name, { company: it.id }, open), it.creditCode, it.manager, it.stateOwned ? '是' : '否', it.compounds,
      standing(it.stateName, it.leaving ? 'late' : 'done'),
    ],
  },
  {
    title: '项目经理',
    path: 'managers',
    hint: '姓名、证书编号、小区或者企业',
    streets: true,
    now: '只看在任的',
    columns: ['小区', '姓名', '证书编号', '企业', '任职开始', '任职结束'],
    cells: (it, open) => [
      linked(it.compoundName, { compound: it.compound }, open), it.name, it.licenceNo,
      linked(it.companyName, { company: it.company }, open), since(it.from), ending(it.to),
    ],
  },
  {
    title: '合同',
    path: 'contracts',
    hint: '合同编号、小区或者企业',
    streets: true,
    now: '只看履行中的',
    columns: ['小区', '合同编号', '企业', '类别', '开始', '结束', '年合同额', '服务等级', '状态'],
    cells: (it, open) => [
      linked(it.compoundName, { compound: it.compound }, open), it.number, linked(it.companyName, { company: it.company }, open),
      it.kindName, since(it.from), ending(it.endedOn ?? it.to), `${amount(it.yearlySum)} 元`, `${it.grade} 级`,
      contractState(it),
    ],
  },
  {
    title: '业主委员会',
    path: 'committees',
    hint: '小区或者备案号',
    streets: true,
    now: '只看在任的',
    columns: ['小区', '类别', '备案号', '人数', '任期开始', '任期结束', '状态'],
    cells: (it, open) => [
      linked(it.compoundName, { compound: it.compound }, open), it.kindName, it.filingNo ?? '', it.members, since(it.from),
      ending(it.endedOn ?? it.to), committeeState(it),
    ],
  },
  {
    title: '应急保障',
    path: 'standbys',
    hint: '镇街或者企业',
    now: '只看现行的',
    officers: true,
    columns: ['镇街', '应急管理委托的企业', '自', '至'],
    cells: (it, open) => [it.streetName, linked(it.companyName, { company: it.company }, open), since(it.from), ending(it.to)],
  },
];

export const contractState = ({ state, stateName }) =>
  standing(stateName, { running: 'done', coming: 'soon', over: 'calm', ended: 'late' }[state]);

export const committeeState = ({ state, stateName }) =>
  standing(stateName, { 'in-office': 'done', coming: 'soon', overdue: 'late', ended: 'calm' }[state]);

export const cells = (row) => row.map((it) => h('td', {}, it));
