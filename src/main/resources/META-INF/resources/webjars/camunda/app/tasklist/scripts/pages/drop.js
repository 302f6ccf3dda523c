// A place where one file is chosen or dropped, and sent when that is confirmed.
import { button, h } from '../case/dom.js';
import { size } from '../case/words.js';

/**
 * @param what the file is called in the middle of a sentence
 * @param accept as an input of type file takes it
 * @param hint what may be chosen
 * @param template a line that leads to an empty file
 * @param start what the button says that sends the file
 * @param send is given the file
 * @return element; wait(yes) while a file is on its way
 */
export function dropping({ signal, say }, { what, accept, hint, template, start, send }) {
  const chosen = h('div', { className: 'whistle-chosen' });
  const picker = h('input', {
    type: 'file', accept, hidden: true, 'aria-label': `选择${what}文件`, on: { change: () => choose(picker.files) },
  });
  const pick = button('选择文件', () => picker.click(), { 'aria-describedby': 'whistle-import-what' });
  const element = h('section', { 'aria-label': '选择文件' },
    h('header', {}, h('h4', {}, '选择文件')),
    h('div', { className: 'whistle-drop' },
      h('p', {}, `把${what}拖到这里，或 `, pick),
      h('p', { className: 'whistle-aside', id: 'whistle-import-what' }, hint),
      picker),
    template,
    chosen);
  receiveDrops();
  return { element, wait: (yes) => { pick.disabled = yes; } };

  function choose(files) {
    const [file] = files;
    if (!file) return;
    const go = button(start, () => {
      forget();
      send(file);
    }, { className: 'whistle-button whistle-chief' });
    chosen.replaceChildren(
      h('span', { className: 'whistle-file' }, file.name),
      h('span', { className: 'whistle-aside' }, size(file.size)),
      go, button('取消', () => forget(true)));
    say(files.length > 1 ? `一次只能导入一个文件，已选择${file.name}。` : `已选择${file.name}。`);
    go.focus();
  }

  function forget(back) {
    picker.value = ''; // the same file can be chosen again when it has been mended
    chosen.replaceChildren();
    if (back) pick.focus();
  }

  function receiveDrops() {
    const files = (event) => event.dataTransfer?.types.includes('Files');
    // A file that misses the place must not replace the page.
    for (const type of ['dragover', 'drop']) {
      window.addEventListener(type, (event) => {
        if (!files(event)) return;
        event.preventDefault();
        const here = element.contains(event.target) && !pick.disabled;
        if (type === 'dragover') event.dataTransfer.dropEffect = here ? 'copy' : 'none';
        element.classList.toggle('whistle-over', here && type === 'dragover');
        if (here && type === 'drop') choose(event.dataTransfer.files);
      }, { signal });
    }
    window.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) element.classList.remove('whistle-over');
    }, { signal });
  }
}
