// 移交 beside an open task. A plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the
// work is loaded when the button is pressed.

const action = {
  id: 'whistle-hand-over',
  pluginPoint: 'tasklist.task.action',
  priority: 500,
  render(node) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link whistle-hand-over';
    button.setAttribute('aria-haspopup', 'dialog');
    const icon = document.createElement('span');
    icon.className = 'glyphicon glyphicon-share-alt';
    icon.setAttribute('aria-hidden', 'true');
    button.append(icon, ' 移交');
    button.addEventListener('click', () => {
      // The address names the task that is open; actions are not told.
      const taskId = new URLSearchParams(location.hash.split('?')[1]).get('task');
      import('./dialog.js').then(({ handOverOpenTask }) => handOverOpenTask(taskId, button)).catch(console.error);
    });
    node.append(button);
  },
};

export default [action];
