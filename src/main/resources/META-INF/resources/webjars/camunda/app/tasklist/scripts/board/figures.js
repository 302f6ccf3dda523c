// The figures that the address asks for.
import { get, url } from '../case/api.js';
import { narrowed } from './address.js';

/** Going to a figure's list and back makes the page anew: for so long it shows the figures it had. */
const FRESH = 60_000;

/** Whoever has left the board for longer may be somebody else by now: the application stays loaded when people log out. */
const GONE = 1_000;

let known = null;
let forgetting;

export async function figures(signal) {
  clearTimeout(forgetting);
  const asked = `${url('board')}?${new URLSearchParams(narrowed())}`;
  if (known?.asked !== asked || Date.now() - known.at > FRESH) known = { asked, at: Date.now(), board: await get(asked, signal) };
  return known.board;
}

/** To be told when the board is left. */
export function left() {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { known = null; }, GONE);
}
