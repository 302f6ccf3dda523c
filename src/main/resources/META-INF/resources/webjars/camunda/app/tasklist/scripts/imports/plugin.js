// Registers of complaints in Tasklist: an entry in the header for whoever may import them, and the page it leads to.
// A plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the work is loaded when it is
// first shown.

const PATH = '/imports';

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('imports.css', import.meta.url);
document.head.append(style);

const entry = {
  id: 'whistle-imports',
  pluginPoint: 'tasklist.navbar.action',
  // Left of what Tasklist has there itself (100 to 300).
  priority: 400,
  render(node) {
    import('./entry.js').then(({ fillEntry }) => fillEntry(node, `#${PATH}`)).catch(console.error);
  },
};

let closePage = () => {};

const page = {
  id: 'whistle-imports-page',
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
