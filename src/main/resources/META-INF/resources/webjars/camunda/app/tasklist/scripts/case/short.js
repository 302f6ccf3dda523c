// The case in short, for who looks on from another application: how long there is, its letters and what happened.
import { get, url } from './api.js';
import { documents } from './documents.js';
import { h } from './dom.js';
import { headline } from './head.js';
import { empty, loading, showFailure } from './section.js';
import { timeline } from './timeline.js';

/**
 * Shows a case in this node; the answer closes it.
 *
 * @param find answers with the case's number, or null where there is none
 */
export function openShort(node, find) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const said = h('p', { role: 'status', className: 'whistle-said' });
  const body = h('div', { className: 'whistle-body' }, loading('正在调取案件…'));
  node.className = 'whistle-case whistle-short';
  node.replaceChildren(body, said);
  show().catch((error) => showFailure(body, error));
  return () => leaving.abort();

  async function show() {
    const caseNo = await find(signal);
    if (!caseNo) {
      body.replaceChildren(empty('这个流程不属于任何案件。'));
      return;
    }
    const of = (...path) => url('cases', caseNo, ...path);
    const file = await get(of(), signal);
    const history = timeline({ of, signal });
    const context = { of, signal, file, say: (text) => { said.textContent = text; }, acted: history.reload };
    const sections = [documents(context), history];
    body.replaceChildren(headline(file, context), ...sections.map(({ element }) => element));
    await Promise.all(sections.map(({ reload }) => reload()));
  }
}
