// Finding a case and looking at it: the field in the header of Tasklist and of Cockpit, the page of what was found, and the
// page of a case. A plugin that fails to load leaves the application blank, so nothing here can fail: what does the work
// is loaded when it is first shown.

const app = document.querySelector('base').getAttribute('app-name');

for (const file of ['../case/case.css', '../imports/imports.css', 'search.css']) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL(file, import.meta.url);
  document.head.append(style);
}

const field = (pluginPoint, priority) => ({
  id: 'whistle-search',
  pluginPoint,
  priority,
  render(node) {
    import('./field.js').then(({ fillField }) => fillField(node)).catch(console.error);
  },
});

function route(pluginPoint, id, path, module) {
  let closePage = () => {};
  return {
    id,
    pluginPoint,
    properties: { path, label: '查找案件' },
    render(node, api, scope) {
      let closed = false;
      closePage = () => { closed = true; };
      import(module)
        .then(({ openPage }) => { if (!closed) closePage = openPage(node, scope); })
        .catch((error) => {
          console.error(error);
          node.textContent = '页面未能加载，请刷新重试。';
        });
    },
    unmount: () => closePage(),
  };
}

export default app === 'cockpit'
  ? [field('cockpit.navigation', 0), route('cockpit.route', 'whistle-search-page', '/search', './page.js')]
  : [
    // Left of all other entries.
    field('tasklist.navbar.action', 900),
    route('tasklist.route', 'whistle-search-page', '/search', './page.js'),
    route('tasklist.route', 'whistle-case-page', '/case/:caseNo', '../case/page.js'),
  ];
