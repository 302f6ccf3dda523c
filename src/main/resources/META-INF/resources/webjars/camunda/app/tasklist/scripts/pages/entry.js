// An entry in Tasklist's header.
import { get, Refused, url } from '../case/api.js';
import { h } from '../case/dom.js';

/** One question for all that are filled together; after the next login others may be offered. */
let asking;

/** Who is logged in, as `/api/me` says. */
export function me() {
  asking ??= get(url('me')).finally(() => { asking = undefined; });
  return asking;
}

export async function fillEntry(node, { name, title, icon, offered }) {
  try {
    if (offered(await me())) {
      node.replaceChildren(
        h('a', { href: `#/${name}` },
          h('span', { className: `glyphicon glyphicon-${icon}`, 'aria-hidden': 'true' }), ` ${title}`));
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Without an answer there is no entry; the next loading of the page asks again.
  }
}
