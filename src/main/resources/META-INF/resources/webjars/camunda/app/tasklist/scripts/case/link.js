// A case's number that leads to the case.
import { button } from './dom.js';

/** @param open is given the number and the button, to which the way back leads */
export function caseLink(caseNo, open) {
  const link = button(caseNo, () => open(caseNo, link), {
    className: 'whistle-link whistle-number', 'aria-label': `查看案件 ${caseNo}`,
  });
  return link;
}
