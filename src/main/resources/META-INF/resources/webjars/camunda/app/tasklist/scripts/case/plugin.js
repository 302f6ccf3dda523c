// The case in Tasklist: a tab of the task, the same beside its form, and the due date on its card.
// A plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the work is loaded when it is
// first shown.

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('case.css', import.meta.url);
document.head.append(style);

let closeTab = () => {};

const tab = {
  id: 'whistle-case',
  pluginPoint: 'tasklist.task.detail',
  // Right after the form (1000): what an officer looks at next.
  priority: 900,
  properties: { label: '案件' },
  render(node, { taskId }) {
    let closed = false;
    closeTab = () => { closed = true; };
    import('./tab.js')
      .then(({ openTab }) => { if (!closed) closeTab = openTab(node, taskId); })
      .catch((error) => {
        console.error(error);
        node.textContent = '案件信息未能加载，请刷新页面重试。';
      });
  },
  unmount: () => closeTab(),
};

const card = {
  id: 'whistle-card',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render(node, { taskId }) {
    // Without it the card keeps Tasklist's own due date.
    import('./card.js').then(({ fillCard }) => fillCard(node, taskId)).catch(console.error);
  },
};

const beside = {
  id: 'whistle-beside',
  pluginPoint: 'tasklist.task.action',
  priority: 900,
  render(node, data, scope) {
    import('./beside.js').then(({ offer }) => offer(node, scope)).catch(console.error); // the tab is still there
  },
};

export default [tab, card, beside];
