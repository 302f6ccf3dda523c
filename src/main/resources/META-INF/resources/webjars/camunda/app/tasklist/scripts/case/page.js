// The page of a case, open or closed: what its tab shows, and the way it took. Its address can be passed on; whoever may
// not see the case gets no more than that there is none.
import { openFrame } from '../pages/frame.js';
import { h } from './dom.js';
import { path } from './path.js';
import { openOnPage } from './tab.js';

export function openPage(node, scope) {
  const caseNo = decodeURIComponent(location.hash.match(/^#\/case\/([^?/]*)/)?.[1] ?? '');
  const place = h('div');
  const closeFrame = openFrame(node, { title: `案件 ${caseNo}`, back: [h('a', { href: '#/search' }, '查找案件')] }, () => place);
  const closeCase = openOnPage(place, caseNo, [path(scope)]);
  return () => {
    closeFrame();
    closeCase();
  };
}
