// The entry in Tasklist's header.
import { get, Refused, url } from '../case/api.js';
import { h } from '../case/dom.js';

export async function fillEntry(node, address) {
  try {
    const { mayImport } = await get(url('me'));
    if (mayImport) {
      node.replaceChildren(
        h('a', { href: address }, h('span', { className: 'glyphicon glyphicon-import', 'aria-hidden': 'true' }), ' 导入台账'));
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Without an answer there is no entry; the next loading of the page asks again.
  }
}
