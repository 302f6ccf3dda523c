// The page 监管看板: what is late, about to be, and whose it is; each figure leads to its cases.
import { h } from '../case/dom.js';
import { tasklist } from '../case/link.js';
import { loading, showFailure } from '../case/section.js';
import { openFrame } from '../pages/frame.js';
import { address, narrowed, opened } from './address.js';
import { figures, left } from './figures.js';
import { filter } from './filter.js';
import { unfold } from './folded.js';
import { behind } from './list.js';
import { names } from './names.js';
import { reports } from './reports.js';
import { sections } from './sections.js';

/** The list that was open last: the way back leads to its figure. */
let before = null;

/** Shows the page in this node; the answer closes it: requests end, charts and listeners go. */
export function openPage(node) {
  const close = openFrame(node, { title: '监管看板', look: 'whistle-board', heard: true, home: tasklist }, (frame) => {
    const desk = h('div', {}, loading());
    fill(desk, frame).catch((error) => showFailure(desk, error));
    return desk;
  });
  return () => {
    close();
    left();
  };
}

async function fill(desk, frame) {
  const bar = filter(frame);
  const content = h('div', {}, loading());
  desk.replaceChildren(bar.element, content);
  try {
    const board = await figures(frame.signal);
    bar.offer(board);
    const list = opened();
    content.replaceChildren(...[list && behind(list, names(board), frame), ...sections(board, frame)].filter(Boolean));
    found(content, list);
    content.append(...[await reports(board, frame)].filter(Boolean));
  } catch (error) {
    content.replaceChildren();
    bar.refuse(error);
  }
}

function found(content, list) {
  if (list) content.querySelector('.whistle-behind h4').focus({ preventScroll: true });
  else if (before) {
    const figure = [...content.querySelectorAll('a.whistle-figure')].find((it) => it.getAttribute('href') === before);
    if (figure) {
      unfold(figure);
      figure.focus();
    }
  }
  before = list && address(narrowed(), list);
}
