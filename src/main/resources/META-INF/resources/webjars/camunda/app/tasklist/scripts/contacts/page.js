// The page 联系制度: who in office keeps in touch with which street, community, compound and building, and who did before.
import { h } from '../case/dom.js';
import { entering } from './entering.js';
import { register } from './register.js';

/** Shows the page in this node; the answer closes it: requests end, timers and listeners go. */
export function openPage(node) {
  const leaving = new AbortController();
  const { signal } = leaving;

  // One voice for all that happens, so that a screen reader hears each once.
  const voice = h('p', { role: 'status', className: 'whistle-said' });
  const say = (text) => { voice.textContent = text; };

  const title = h('h2', { tabIndex: -1 }, '联系制度');
  const list = register({ signal, say });
  const form = entering({ signal, say, entered: list.reload });

  node.className = 'whistle-page';
  node.replaceChildren(
    h('main', { className: 'whistle-case whistle-register' },
      h('p', { className: 'whistle-back' }, h('a', { href: '#/' }, '返回任务列表')),
      title,
      h('p', { className: 'whistle-aside' },
        '区领导联系镇街、镇街干部联系社区、政府部门联系小区、社区干部联系楼栋。不再联系的登记结束，记录保留；不登记电话号码。'),
      form.element, list.element, voice));
  form.reload();
  list.reload();
  title.focus({ preventScroll: true });
  return () => leaving.abort();
}
