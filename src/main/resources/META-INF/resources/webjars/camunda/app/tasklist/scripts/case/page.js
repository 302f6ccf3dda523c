// The page of a case, open or closed: what its tab shows, and the way it took. Its address can be passed on; whoever may
// not see the case gets no more than that there is none.
import { h } from './dom.js';
import { path } from './path.js';
import { openOnPage } from './tab.js';

export function openPage(node, scope) {
  const caseNo = decodeURIComponent(location.hash.match(/^#\/case\/([^?/]*)/)?.[1] ?? '');
  const place = h('div');
  const title = h('h2', { tabIndex: -1 }, `案件 ${caseNo}`);
  node.className = 'whistle-page';
  node.replaceChildren(
    h('main', { className: 'whistle-register whistle-case' },
      h('p', { className: 'whistle-back' },
        h('a', { href: '#/' }, '返回任务列表'), '　', h('a', { href: '#/search' }, '查找案件')),
      title, place));
  title.focus({ preventScroll: true });
  return openOnPage(place, caseNo, [path(scope)]);
}
