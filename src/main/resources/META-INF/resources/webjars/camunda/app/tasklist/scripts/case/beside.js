// The case beside the form: going to the tab 案件 takes the form away with all that was typed in it, this does not.
// There is one drawer, whichever task is open; Tasklist makes a task's buttons anew whenever it likes.
import { button, h } from './dom.js';
import { openTab } from './tab.js';

let shown = null; // {taskId, close}
let opener = null; // the button of the task that is open

const place = h('div');
const drawer = h('aside', { className: 'whistle-beside', 'aria-label': '案件对照', hidden: true, tabIndex: -1, on: { keydown: escape } },
  h('header', {}, h('strong', {}, '案件对照'), button('收起', shut)),
  place);
document.body.append(drawer);

/** Puts a button into the node that opens the case of the task, which Tasklist's scope names, beside its form. */
export function offer(node, scope) {
  const own = h('button', {
    type: 'button',
    className: 'btn btn-link whistle-action',
    title: '在表单旁边打开案件，已填写的内容不受影响',
    on: { click: () => (shown ? shut() : open(scope.task.id)) },
  }, h('span', { className: 'glyphicon glyphicon-folder-open', 'aria-hidden': 'true' }), ' 案件对照');
  opener = own;
  expanded();
  node.append(own);
  scope.$watch('task.id', follow);
  scope.$on('$destroy', () => opener === own && setTimeout(() => opener === own && follow(null), 500));
}

const expanded = () => opener.setAttribute('aria-expanded', String(Boolean(shown)));

function open(taskId) {
  show(taskId);
  drawer.hidden = false;
  expanded();
  drawer.focus();
}

function show(taskId) {
  shown?.close();
  shown = { taskId, close: openTab(place, taskId) };
}

function shut() {
  hide();
  opener.focus();
}

function hide() {
  shown.close();
  shown = null;
  place.replaceChildren();
  drawer.hidden = true;
  expanded();
}

/** Another task was opened, or none is any more. */
function follow(taskId) {
  if (!shown || shown.taskId === taskId) return;
  if (taskId) show(taskId);
  else hide();
}

/** A dialog within has its own use for the key. */
function escape(event) {
  if (event.key === 'Escape' && !drawer.querySelector('dialog[open]')) shut();
}
