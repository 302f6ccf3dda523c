// The entry in Tasklist's header.
import { get, Refused, url } from '../case/api.js';
import { h } from '../case/dom.js';

export async function fillEntry(node, address) {
  try {
    const { units } = await get(url('me'));
    if (units.length > 0) {
      node.replaceChildren(
        h('a', { href: address }, h('span', { className: 'glyphicon glyphicon-eye-open', 'aria-hidden': 'true' }), ' 小区巡查'));
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Without an answer there is no entry; the next loading of the page asks again.
  }
}
