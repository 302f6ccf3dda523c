// The board in Cockpit: its page with an entry in the header, in short on the first page, on models and beside an instance.
// (In Tasklist it is one of our pages, see pages/plugin.js.) A plugin that fails to load leaves Cockpit blank, so nothing
// here can fail: what does the work is loaded when it is first shown.

for (const file of ['../case/case.css', '../imports/imports.css', '../contacts/contacts.css', '../registers/registers.css', 'board.css']) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL(file, import.meta.url);
  document.head.append(style);
}

/** A plugin that is loaded when it is shown; `open` is given the module and answers with what closes it. */
function later(module, open, plugin, failed) {
  let close = () => {};
  return {
    ...plugin,
    render(...given) {
      let closed = false;
      close = () => { closed = true; };
      import(module)
        .then((loaded) => { if (!closed) close = open(loaded, ...given) ?? close; })
        .catch((error) => {
          console.error(error);
          failed?.(given[0]);
        });
    },
    unmount: () => close(),
  };
}

const tell = (node) => { node.textContent = '页面未能加载，请刷新重试。'; };

export default [
  {
    id: 'whistle-board',
    pluginPoint: 'cockpit.navigation',
    // Left of the search, which has 0.
    priority: 10,
    checkActive: (address) => address.includes('#/board'),
    render(node) {
      import('./entry.js').then(({ fillEntry }) => fillEntry(node)).catch(console.error);
    },
  },
  later('./page.js', ({ openPage }, node) => openPage(node), {
    id: 'whistle-board-page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/board', label: '监管看板' },
  }, tell),
  later('./brief.js', ({ openBrief }, node) => openBrief(node), {
    id: 'whistle-board-brief',
    pluginPoint: 'cockpit.dashboard',
    priority: 100,
  }),
  later('./diagram.js', ({ openDiagram }, viewer) => openDiagram(viewer), {
    id: 'whistle-board-diagram',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  }),
  later('./instance.js', ({ openInstance }, node, { processInstanceId, api }) => openInstance(node, processInstanceId, api.engineApi), {
    id: 'whistle-board-instance',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    // Behind Cockpit's own first tab: which one opens by itself stays as it is.
    priority: 19,
    properties: { label: '办理情况' },
  }, tell),
];
