// The entry in Tasklist's header.
import { get, Refused, url } from '../case/api.js';
import { h } from '../case/dom.js';

export async function fillEntry(node, address) {
  try {
    const { keepsContacts } = await get(url('me'));
    if (keepsContacts) {
      node.replaceChildren(
        h('a', { href: address }, h('span', { className: 'glyphicon glyphicon-user', 'aria-hidden': 'true' }), ' 联系制度'));
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Without an answer there is no entry; the next loading of the page asks again.
  }
}
