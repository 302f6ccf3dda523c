// A case's number that leads to the case.
import { button } from './dom.js';

/** Cases open in Tasklist, from Cockpit too. This file is served as <context>/camunda/app/tasklist/scripts/case/link.js. */
export const tasklist = new URL('../../default/', import.meta.url).href;

/** The address of a case's page. */
export const casePage = (caseNo) => `${tasklist}#/case/${encodeURIComponent(caseNo)}`;

/** The address of a compound's sheet in the registers. */
export const compoundSheet = (id) => `${tasklist}#/registers?${new URLSearchParams({ compound: id })}`;

/** @param open is given the number and the button, to which the way back leads */
export function caseLink(caseNo, open) {
  const link = button(caseNo, () => open(caseNo, link), {
    className: 'whistle-link whistle-number', 'aria-label': `查看案件 ${caseNo}`,
  });
  return link;
}
