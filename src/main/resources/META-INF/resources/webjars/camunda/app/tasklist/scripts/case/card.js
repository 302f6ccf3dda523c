// The due date on a task's card. Tasklist makes all cards anew at every refresh, so what is known is shown at once and
// asked again after a minute, for all cards of the page together.
import { get, Refused, url } from './api.js';
import { h } from './dom.js';
import { lastDay, lastDayShort, left, urgency } from './words.js';

const FRESH = 60_000;
/** As many as GET /api/tasks answers at once. */
const AT_ONCE = 100;

/** By task id: {task, at}; task is null where there is nothing to show. */
const known = new Map();
/** By task id: the nodes that wait for it. */
let waiting = new Map();

export function fillCard(node, taskId) {
  const seen = known.get(taskId);
  if (seen) show(node, seen.task);
  if (seen && Date.now() - seen.at < FRESH) return;
  // The cards of one page are made in one go: the first of them asks for all.
  if (waiting.size === 0) setTimeout(ask);
  waiting.set(taskId, [...(waiting.get(taskId) ?? []), node]);
}

async function ask() {
  const asked = waiting;
  waiting = new Map();
  forgetStale();
  try {
    // Who works for no unit, such as an administrator, has no cases: the server would refuse.
    const { units } = await get(url('me'));
    if (units.length === 0) return;
    const ids = [...asked.keys()];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const page = ids.slice(from, from + AT_ONCE);
      const tasks = await get(`${url('tasks')}?ids=${page.map(encodeURIComponent)}`);
      const byId = new Map(tasks.map((task) => [task.taskId, task]));
      for (const id of page) {
        const task = byId.get(id) ?? null;
        known.set(id, { task, at: Date.now() });
        asked.get(id).forEach((node) => show(node, task));
      }
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // The cards keep what they show; the next refresh asks again.
  }
}

function forgetStale() {
  const old = Date.now() - 10 * FRESH;
  known.forEach(({ at }, id) => at < old && known.delete(id));
}

function show(node, task) {
  node.className = 'whistle-card';
  node.replaceChildren();
  if (!task) return;
  if (task.title) node.append(h('span', { className: 'whistle-title', title: task.title }, task.title));
  if (task.daysLeft !== null) {
    // The class takes Tasklist's own due date off the card.
    node.classList.add('whistle-card-due');
    // A period counted in hours may be over before its last day is.
    const over = task.overdue && task.daysLeft === 0;
    node.append(
      h('span', { className: `whistle-days whistle-${over ? 'late' : urgency(task.daysLeft)}` },
        over ? '今日已逾期' : left(task.daysLeft)),
      h('span', { title: lastDay(task.dueAt) }, lastDayShort(task.dueAt)));
  }
  if (task.standsInForName) node.append(h('span', { className: 'whistle-tag' }, `代${task.standsInForName}`));
  if (task.compoundName) node.append(h('span', {}, task.compoundName));
  if (task.caseNo) node.append(h('span', { className: 'whistle-number' }, task.caseNo));
}
