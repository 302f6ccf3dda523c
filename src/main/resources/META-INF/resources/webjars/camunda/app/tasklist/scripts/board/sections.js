// The parts of the board, in the order in which they are asked for.
import { h } from '../case/dom.js';
import { minute } from '../case/words.js';
import { complaints } from './complaints.js';
import { held } from './held.js';
import { interim } from './interim.js';
import { month } from './names.js';
import { onTime } from './on-time.js';
import { now } from './now.js';
import { patrols } from './patrols.js';
import { sanctions } from './sanctions.js';
import { streets } from './streets.js';
import { totals } from './totals.js';

export function sections(board, frame) {
  return [
    h('p', { className: 'whistle-aside whistle-as-of' },
      `${board.scope.name} · ${month(board.from)}至${month(board.to)} · ${minute(board.asOf)} 的数据`),
    totals(board),
    isEmpty(board) && h('p', { className: 'whistle-note whistle-done' }, '所选期间和范围内没有案件，也没有巡查、通报等记录。'),
    streets(board), now(board), onTime(board, frame), sanctions(board), complaints(board), patrols(board, frame),
    interim(board, frame), held(board),
  ].filter(Boolean);
}

function isEmpty({ open, onTime: { met, breached }, sanctions: { units }, complaints: told, patrols: walked, interim: kept, held: referred }) {
  return open.open === 0 && met + breached === 0 && units.every(({ total }) => total === 0) && !told?.total && !walked?.done
    && !kept?.total && referred.length === 0;
}
