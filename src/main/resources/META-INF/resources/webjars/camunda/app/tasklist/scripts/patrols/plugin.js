// Patrols of compounds in Tasklist: an entry in the header for whoever works in a unit, and the page it leads to. A
// plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the work is loaded when it is
// first shown.

const PATH = '/patrols';

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('patrols.css', import.meta.url);
document.head.append(style);

const entry = {
  id: 'whistle-patrols',
  pluginPoint: 'tasklist.navbar.action',
  // Left of the imports (400).
  priority: 410,
  render(node) {
    import('./entry.js').then(({ fillEntry }) => fillEntry(node, `#${PATH}`)).catch(console.error);
  },
};

let closePage = () => {};

const page = {
  id: 'whistle-patrols-page',
  pluginPoint: 'tasklist.route',
  properties: { path: PATH },
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

export default [entry, page];
