// How a figure's list is called, from what the board says of units and codes.
import { ALL, LACKING } from './weeks.js';

const FIGURES = {
  open: '在办案件', 'due-soon': '即将到期案件', overdue: '已逾期案件', 'street-open': '在办案件', 'street-overdue': '已逾期案件',
  met: '按期办结的期限', breached: '逾期的期限', sanction: '督办措施', complaints: '投诉', repeats: '重复投诉', matter: '投诉',
  channel: '投诉', satisfaction: '投诉', referrals: '转办、交办案件', 'referrals-now': '正由其办理的转办、交办案件',
  [ALL]: '小区巡查各周', [LACKING]: '小区巡查不足的周',
};

/** What `item` is, where it has a name. */
const ITEM = {
  matter: '事项', channel: '来源', satisfaction: '满意度', sanction: '措施', met: '月份', breached: '月份',
  open: '程序', 'due-soon': '程序', overdue: '程序',
};

/** Answers with what says how a list is called. */
export function names({ units, procedures, open, onTime, sanctions, complaints, patrols, held }) {
  const known = new Map();
  const learn = (rows = []) => rows.forEach((it) => known.set(it.id ?? it.code, it.name));
  [units, procedures, open.units, open.procedures, open.streets ?? [], onTime.streets, onTime.departments, sanctions.units,
    sanctions.rungs, patrols?.units, held].forEach(learn);
  if (complaints) [complaints.matters, complaints.channels, complaints.satisfaction, complaints.compounds].forEach(learn);
  return ({ figure, of, item }) => [
    FIGURES[figure] ?? figure,
    of && (known.get(of) ?? of),
    item && `${ITEM[figure] ?? '条件'}：${known.get(item) ?? month(item) ?? item}`,
  ].filter(Boolean).join('　');
}

/** 2026年3月 of 2026-03; null of what is no month. */
export function month(text) {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  return year ? `${year}年${Number(number)}月` : null;
}
