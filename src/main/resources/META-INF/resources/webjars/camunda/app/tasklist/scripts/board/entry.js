// The entry in Cockpit's header.
import { h } from '../case/dom.js';
import { Refused } from '../case/api.js';
import { me } from '../pages/entry.js';
import { address } from './address.js';

export async function fillEntry(node) {
  try {
    if ((await me()).seesBoard) node.replaceChildren(h('a', { href: address({}) }, '监管看板'));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Without an answer there is no entry; the next loading of the page asks again.
  }
}
