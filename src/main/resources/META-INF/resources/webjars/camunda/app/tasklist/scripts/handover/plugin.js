// 移交清单: a page of its own, made for a tablet, and the way to it from the task 组织交接. A plugin that fails to load
// leaves Tasklist blank, so nothing here can fail: what does the work is loaded when it is first shown.

/** The step of the model that the list belongs to. */
const TASK = 'userTask_handOver';

for (const file of ['../patrols/patrols.css', 'handover.css']) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL(file, import.meta.url);
  document.head.append(style);
}

let closePage = () => {};

const page = {
  id: 'whistle-handover-page',
  pluginPoint: 'tasklist.route',
  properties: { path: '/handover/:caseNo' },
  render(node) {
    let closed = false;
    closePage = () => { closed = true; };
    import('./page.js')
      .then(({ openPage }) => { if (!closed) closePage = openPage(node); })
      .catch((error) => {
        console.error(error);
        node.textContent = '页面未能加载，请刷新重试。';
      });
  },
  unmount: () => closePage(),
};

const action = {
  id: 'whistle-handover-task',
  pluginPoint: 'tasklist.task.action',
  priority: 700,
  render(node, data, scope) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link whistle-action';
    const icon = document.createElement('span');
    icon.className = 'glyphicon glyphicon-list-alt';
    icon.setAttribute('aria-hidden', 'true');
    button.append(icon, ' 登记移交');
    button.addEventListener('click', () => {
      import('./way.js').then(({ goFromTask }) => goFromTask(scope.task.id)).catch(console.error);
    });
    node.append(button);
    // Bootstrap shows a button, hidden or not.
    scope.$watch('task.taskDefinitionKey', (key) => { button.style.display = key === TASK ? '' : 'none'; });
  },
};

export default [page, action];
