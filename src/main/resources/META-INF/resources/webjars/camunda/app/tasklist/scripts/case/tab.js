// The tab 案件: the case that the selected task belongs to.
import { get, url } from './api.js';
import { attachments } from './attachments.js';
import { contacts } from './contacts.js';
import { documents } from './documents.js';
import { button, h } from './dom.js';
import { events } from './events.js';
import { handover } from './handover.js';
import { basis, head } from './head.js';
import { holders } from './holders.js';
import { links } from './links.js';
import { messages } from './messages.js';
import { parties } from './parties.js';
import { sanctions } from './sanctions.js';
import { empty, loading, showFailure, told } from './section.js';
import { timeline } from './timeline.js';

/** Shows the case of a task in this node; the answer closes the tab: requests end, timers and listeners go. */
export const openTab = (node, taskId) =>
  openFile(node, async (signal) => {
    const task = await get(url('tasks', taskId), signal);
    return { caseNo: task.caseNo, above: task.caseNo && basis(task, { signal }) };
  });

/** The same for a case by its number, where no task leads to it. */
export const openCase = (node, caseNo) => openFile(node, async () => ({ caseNo }));

/**
 * The same on a page of its own: with more sections (each given what the others are given), and links to other cases
 * lead to their pages.
 */
export const openOnPage = (node, caseNo, more) =>
  openFile(node, async () => ({ caseNo }), { more, open: (other) => { location.hash = `#/case/${other}`; } });

function openFile(node, find, page = { more: [] }) {
  const leaving = new AbortController();
  const { signal } = leaving;
  // One voice for all results, so that a screen reader hears each once.
  const said = h('p', { role: 'status', className: 'whistle-said' });
  const body = h('div', { className: 'whistle-body', tabIndex: -1 }, loading('正在调取案件…'));
  node.className = 'whistle-case';
  node.replaceChildren(body, said);
  show().catch((error) => showFailure(body, error));
  return () => leaving.abort();

  async function show() {
    const { caseNo: own, above: ownBasis } = await find(signal);
    if (!own) {
      body.replaceChildren(empty('这项任务不属于任何案件。'));
      return;
    }
    await showCase(own);

    /** The own case, or one it is linked with, from which there is a way back. */
    async function showCase(caseNo) {
      const of = (...path) => url('cases', caseNo, ...path);
      const file = await get(of(), signal);
      const history = timeline({ of, signal });
      const context = { of, signal, file, say, acted: history.reload, open: page.open ?? open, onPage: Boolean(page.open) };
      const sections = [...page.more.map((make) => make(context)), events(context), handover(context), parties(context), links(context), sanctions(context), contacts(context), documents(context), attachments(context), messages(context), holders(context), history];
      const above = caseNo === own
        ? [head(file, context), ownBasis]
        : [h('p', { className: 'whistle-back' }, button(`返回本案 ${own}`, () => open(own))), head(file, context)];
      body.replaceChildren(...above.filter(Boolean), ...sections.map(({ element }) => element));
      await Promise.all(sections.map(({ reload }) => reload()));
    }

    async function open(caseNo) {
      try {
        await showCase(caseNo);
        say(`已打开案件 ${caseNo}。`);
        node.scrollIntoView({ block: 'start' });
        body.focus({ preventScroll: true }); // the button that was pressed is gone
      } catch (error) {
        const text = told(error);
        if (text) say(text);
      }
    }
  }

  function say(text) {
    said.textContent = text;
    clearTimeout(say.silence);
    say.silence = setTimeout(() => { said.textContent = ''; }, 6000);
  }
}
