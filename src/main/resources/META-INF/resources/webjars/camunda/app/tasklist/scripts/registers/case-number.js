// The number of a case, which opens it. Whether it may be read its own page tells.
import { button } from '../case/dom.js';

export function caseNumber(caseNo, { showCase }) {
  if (!caseNo) return '';
  const pressed = button(caseNo, () => showCase(caseNo, pressed), {
    className: 'whistle-link whistle-number', 'aria-label': `查看案件 ${caseNo}`,
  });
  return pressed;
}
