// The field in the header. "/" leads to it from wherever nobody is typing, Ctrl+Alt+S from everywhere.
import { h } from '../case/dom.js';
import { ask, asked } from './question.js';

export function fillField(node) {
  const input = h('input', {
    type: 'search', maxLength: 100, autocomplete: 'off', spellcheck: false,
    'aria-label': '查找案件', 'aria-keyshortcuts': '/ Control+Alt+S',
    placeholder: '查找案件（按 / 键）', title: '案件编号或其开头、小区名称、事由中的字词、联系电话',
  });
  const form = h('form', {
    role: 'search', className: 'whistle-search',
    on: {
      submit: (event) => {
        event.preventDefault();
        const text = input.value.trim();
        if (text) ask(text);
      },
    },
  }, h('span', { className: 'glyphicon glyphicon-search', 'aria-hidden': 'true' }), input);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      input.value = '';
      input.blur();
    }
  });
  node.replaceChildren(form);
  show();
  // The header stays while pages come and go; both listeners go with it.
  const leaving = new AbortController();
  const gone = () => !node.isConnected && node.dataset.shown && leaving.abort();
  requestAnimationFrame(() => { node.dataset.shown = 'yes'; });
  window.addEventListener('hashchange', () => { gone(); show(); }, { signal: leaving.signal });
  document.addEventListener('keydown', (event) => {
    gone();
    if (!leaving.signal.aborted && isCalled(event)) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  }, { signal: leaving.signal });

  function show() {
    if (location.hash.startsWith('#/search')) input.value = asked();
    else if (document.activeElement !== input) input.value = '';
  }
}

function isCalled(event) {
  if (event.ctrlKey && event.altKey) return event.code === 'KeyS';
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  return event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey && !typing;
}
