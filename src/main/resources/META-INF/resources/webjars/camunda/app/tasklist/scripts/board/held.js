// How long departments and others have what was referred to them.
import { span } from '../case/words.js';
import { part } from '../registers/part.js';
import { figure } from './figure.js';
import { folded } from './folded.js';

export const held = ({ held: rows }) =>
  part('吹哨办理用时',
    folded('吹哨办理用时，按承办单位', ['承办单位', '办结（件）', '累计用时', '平均用时', '现在办理'], rows.map((it) => [
      it.name,
      figure(it.referrals, { figure: 'referrals', of: it.id }, `${it.name}办结`),
      it.referrals > 0 ? time(it.hours) : '—',
      it.referrals > 0 ? time(it.hours / it.referrals) : '—',
      figure(it.now, { figure: 'referrals-now', of: it.id }, `${it.name}现在办理`),
    ]), '所选期间没有吹哨办理。'));

const time = (hours) => span(Math.round(hours * 60));
