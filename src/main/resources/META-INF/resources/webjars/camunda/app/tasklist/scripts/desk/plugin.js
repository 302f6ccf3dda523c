// 移交 beside an open task, and 导出 above a list of tasks. A plugin that fails to load leaves Tasklist blank, so nothing
// here can fail: what does the work is loaded when it is needed.

const action = {
  id: 'whistle-hand-over',
  pluginPoint: 'tasklist.task.action',
  priority: 500,
  render(node, data, scope) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link whistle-hand-over';
    button.setAttribute('aria-haspopup', 'dialog');
    const icon = document.createElement('span');
    icon.className = 'glyphicon glyphicon-share-alt';
    icon.setAttribute('aria-hidden', 'true');
    button.append(icon, ' 移交');
    button.addEventListener('click', () => {
      // Tasklist's own scope names the task; its address does not always.
      import('./dialog.js').then(({ handOverOpenTask }) => handOverOpenTask(scope.task.id, button)).catch(console.error);
    });
    node.append(button);
  },
};

const taking = {
  id: 'whistle-list-export',
  // Where the list's sorting stands (200).
  pluginPoint: 'tasklist.header',
  priority: 50,
  render(node) {
    import('./list.js').then(({ offerExport }) => offerExport(node)).catch(console.error);
  },
};

export default [action, taking];
