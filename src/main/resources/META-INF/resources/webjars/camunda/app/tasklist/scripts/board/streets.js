// The streets as a grid, coloured by what share of their open cases is late. The colour says what the words beside it say.
import { h } from '../case/dom.js';
import { part } from '../registers/part.js';
import { figure, share } from './figure.js';

/** From which share on a street is how bad*. */
const STEPS = [
  { above: 0.3, look: 'worst', said: '30% 以上' },
  { above: 0.1, look: 'worse', said: '10%—30%' },
  { above: 0, look: 'bad', said: '10% 以下' },
];
const NONE = { look: 'none', said: '无逾期' };
const IDLE = { look: 'idle', said: '无在办案件' };

const step = ({ open, overdue }) => (open === 0 ? IDLE : STEPS.find(({ above }) => overdue / open > above) ?? NONE);

export const streets = ({ open }) => open.streets && part('各镇街逾期情况', ...grid(open.streets));

export const grid = (rows) => [
  h('ul', { className: 'whistle-streets' }, rows.map(tile)),
  h('p', { className: 'whistle-aside whistle-shares', 'aria-hidden': 'true' }, '逾期占比：',
    [IDLE, NONE, ...[...STEPS].reverse()].map(({ look, said }) => h('span', { className: `whistle-share-${look}` }, said))),
];

function tile(street) {
  const { id, name, open, overdue } = street;
  return h('li', { className: `whistle-street whistle-share-${step(street).look}` },
    h('strong', {}, name), h('span', { className: 'whistle-street-share' }, share(overdue, open)),
    h('span', {}, '在办 ', figure(open, { figure: 'street-open', of: id }, `${name}在办`)),
    h('span', {}, '逾期 ', figure(overdue, { figure: 'street-overdue', of: id }, `${name}已逾期`)));
}
