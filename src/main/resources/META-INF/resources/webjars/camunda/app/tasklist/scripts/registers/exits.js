// Compounds that a company leaves or has left.
import { date } from '../case/words.js';
import { caseNumber } from './case-number.js';
import { table } from './part.js';
import { linked, standing } from './words.js';

export const exits = (rows, context) =>
  table('企业退出', ['小区', '企业', '原因', '最后一日', '状态', '退出案件', '交接案件', '交接结果'],
    rows.map((it) => [
      linked(it.compoundName, { compound: it.compound }, context.open), linked(it.companyName, { company: it.company }, context.open),
      it.reasonName, it.lastDay ? date(it.lastDay) : '已经离开',
      standing(it.stateName, { open: 'soon', done: 'late', withdrawn: 'calm' }[it.state]),
      caseNumber(it.caseNo, context), caseNumber(it.handover, context), it.outcomeName ?? '',
    ]), '没有企业退出。');
