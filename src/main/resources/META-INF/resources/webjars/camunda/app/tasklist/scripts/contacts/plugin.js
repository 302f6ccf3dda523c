// The contact register (JJ.9) in Tasklist: an entry in the header for offices, streets and communities, and the page it
// leads to. A plugin that fails to load leaves Tasklist blank, so nothing here can fail: what does the work is loaded when
// it is first shown.

const PATH = '/contacts';

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('contacts.css', import.meta.url);
document.head.append(style);

const entry = {
  id: 'whistle-contacts',
  pluginPoint: 'tasklist.navbar.action',
  // Right of the registers of complaints (400), left of what Tasklist has there itself (100 to 300).
  priority: 390,
  render(node) {
    import('./entry.js').then(({ fillEntry }) => fillEntry(node, `#${PATH}`)).catch(console.error);
  },
};

let closePage = () => {};

const page = {
  id: 'whistle-contacts-page',
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
