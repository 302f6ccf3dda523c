// 移交 beside an open task. A plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the
// work is loaded when the button is pressed.

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

export default [action];
