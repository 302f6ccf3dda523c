// Pages of ours in Tasklist: for each an entry in the header, for whoever may open it, and the page that it leads to.
// A plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the work is loaded when it is
// first shown.

/** Left of what Tasklist has in its header itself (100 to 300). `offered` is asked about what `/api/me` says. */
const PAGES = [
  { name: 'board', title: '监管看板', icon: 'stats', priority: 440, offered: ({ seesBoard }) => seesBoard },
  { name: 'patrols', title: '小区巡查', icon: 'eye-open', priority: 410, offered: ({ units }) => units.length > 0 },
  { name: 'imports', title: '导入台账', icon: 'import', priority: 400, offered: ({ mayImport }) => mayImport },
  { name: 'desk', title: '移交与代办', icon: 'transfer', priority: 420, offered: ({ units }) => units.length > 0 },
  { name: 'done', title: '我经办的', icon: 'ok-circle', priority: 430, offered: ({ units }) => units.length > 0 },
  { name: 'help', title: '使用说明', icon: 'question-sign', priority: 380, offered: ({ units }) => units.length > 0 },
  { name: 'registers', title: '登记簿', icon: 'book', priority: 385, offered: ({ units }) => units.length > 0 },
  { name: 'contacts', title: '联系制度', icon: 'user', priority: 390, offered: ({ keepsContacts }) => keepsContacts },
];

function addStyle({ name }) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL(`../${name}/${name}.css`, import.meta.url);
  document.head.append(style);
}

const entry = (page) => ({
  id: `whistle-${page.name}`,
  pluginPoint: 'tasklist.navbar.action',
  priority: page.priority,
  render(node) {
    import('./entry.js').then(({ fillEntry }) => fillEntry(node, page)).catch(console.error);
  },
});

function route({ name }) {
  let closePage = () => {};
  return {
    id: `whistle-${name}-page`,
    pluginPoint: 'tasklist.route',
    properties: { path: `/${name}` },
    render(node) {
      let closed = false;
      closePage = () => { closed = true; };
      import(`../${name}/page.js`)
        .then(({ openPage }) => { if (!closed) closePage = openPage(node); })
        .catch((error) => {
          console.error(error);
          node.textContent = '页面未能加载，请刷新重试。';
        });
    },
    unmount: () => closePage(),
  };
}

PAGES.forEach(addStyle);

export default PAGES.flatMap((page) => [entry(page), route(page)]);
