// The page 登记簿: compounds, companies, project managers, contracts and committees, with what was written when; and the
// workbook that they are imported from.
import { get, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { showFailure } from '../case/section.js';
import { openFrame } from '../pages/frame.js';
import { company } from './company.js';
import { compound } from './compound.js';
import { importing } from './importing.js';
import { KINDS } from './kinds.js';
import { list } from './list.js';
import { tabs } from './tabs.js';

/** Shows the page in this node; the answer closes it: requests end and listeners go. */
export const openPage = (node) =>
  openFrame(node, { title: '登记簿', look: 'whistle-registers', heard: true }, (frame) => {
    const desk = h('div');
    fill(desk, frame);
    return desk;
  });

async function fill(desk, frame) {
  try {
    show(desk, { ...frame, me: await get(url('me'), frame.signal) });
  } catch (error) {
    showFailure(desk, error);
  }
}

function show(desk, frame) {
  const officer = !frame.me.ofCompany;
  const context = { ...frame, officer, open };
  const sheet = h('div', { hidden: true });
  const lists = KINDS.filter((kind) => officer || !kind.officers)
    .map((kind) => ({ title: kind.title, open: () => list(kind, context) }));
  const all = tabs('登记簿', frame.me.keepsRegisters
    ? [...lists, { title: '导入', open: () => importing(context) }]
    : lists);
  desk.replaceChildren(all, sheet);
  // A link from elsewhere leads to one compound's sheet.
  const compoundAsked = new URLSearchParams(location.hash.split('?')[1]).get('compound');
  if (compoundAsked) open({ compound: compoundAsked }, all.querySelector('[aria-selected=true]'));

  /** A compound's or a company's sheet in place of the lists; the way back leads to what was pressed. */
  function open({ compound: compoundId, company: companyId }, pressed) {
    const back = button('返回列表', () => {
      sheet.replaceChildren();
      [all.hidden, sheet.hidden] = [false, true];
      (pressed.isConnected ? pressed : all.querySelector('[aria-selected=true]')).focus();
    });
    sheet.replaceChildren(
      h('p', { className: 'whistle-back' }, back),
      compoundId ? compound(compoundId, context) : company(companyId, context));
    [all.hidden, sheet.hidden] = [true, false];
    back.focus();
  }
}
