// The files of the case: added by button or by dragging, looked at in place, taken along.
import { get, upload } from './api.js';
import { button, h } from './dom.js';
import { alarm, empty, section, told } from './section.js';
import { minute, size } from './words.js';

export function attachments({ of, signal, file: { state }, say, acted }) {
  const shown = new Map(); // by id: the file's row
  const list = h('ul', { className: 'whistle-list' });
  const none = empty('还没有附件。');
  const incoming = h('ul', { className: 'whistle-incoming' });
  let last = Promise.resolve();

  const picker = h('input', { type: 'file', multiple: true, hidden: true, on: { change: () => take(picker) } });
  const drop = h('div', { className: 'whistle-drop' },
    h('p', {}, '把文件拖到这里，或 ', button('选择文件', () => picker.click())),
    h('p', { className: 'whistle-aside' }, '照片、PDF、OFD、Word、Excel、文本、录音、视频，可一次选多个'),
    picker);
  const open = state === 'open';
  const { element, reload } = section('附件', load, ...(open ? [drop, incoming] : []));
  if (open) receiveDrops();
  return { element, reload };

  async function load() {
    const files = await get(of('attachments'), signal);
    files.forEach((file) => add(file));
    return [list, none];
  }

  function add(file, local) {
    const row = attachment(file, of('attachments', file.id), { signal, acted, local, dialogIn: element });
    shown.set(file.id, row);
    list.append(row);
    none.hidden = true;
  }

  function take(input) {
    enqueue([...input.files]);
    input.value = ''; // the same file can be chosen again after a refusal
  }

  /** One after the other: the office's line is thin, and each has its own progress. */
  function enqueue(files) {
    for (const file of files) {
      const bar = h('progress', { max: 1, value: 0, 'aria-label': `上传${file.name}` });
      const percent = h('span', { className: 'whistle-aside' }, '等待上传');
      const row = h('li', {}, h('span', { className: 'whistle-file' }, file.name), bar, percent);
      incoming.append(row);
      last = last.then(() => send(file, row, (part) => {
        bar.value = part;
        percent.textContent = part < 1 ? `${Math.floor(part * 100)}%` : '正在保存';
      }));
    }
  }

  async function send(file, row, onProgress) {
    try {
      const added = await upload(of('attachments'), file, onProgress, signal);
      row.remove();
      if (shown.has(added.id)) {
        say(`附件中已有这个文件：${added.name}`);
        return;
      }
      add(added, file);
      say(`已添加附件：${added.name}`);
      acted();
    } catch (error) {
      const text = told(error);
      if (text) {
        row.className = 'whistle-refused';
        row.replaceChildren(
          alarm(text.includes(file.name) ? text : `${file.name}：${text}`),
          button('知道了', () => row.remove(), { 'aria-label': `知道了，移除“${file.name}”的提示` }));
      }
    }
  }

  function receiveDrops() {
    const files = (event) => event.dataTransfer?.types.includes('Files');
    // A file that misses the section must not replace the page.
    for (const type of ['dragover', 'drop']) {
      window.addEventListener(type, (event) => {
        if (!files(event)) return;
        event.preventDefault();
        const here = element.contains(event.target);
        if (type === 'dragover') event.dataTransfer.dropEffect = here ? 'copy' : 'none';
        element.classList.toggle('whistle-over', here && type === 'dragover');
        if (here && type === 'drop') enqueue([...event.dataTransfer.files]);
      }, { signal });
    }
    window.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) element.classList.remove('whistle-over');
    }, { signal });
  }
}

/** A file's row. Looking at it is an act on the timeline, so nothing is fetched before somebody asks. */
function attachment(file, address, { signal, acted, local, dialogIn }) {
  const image = file.preview && file.mediaType.startsWith('image/');
  const place = h('div', { className: 'whistle-preview', hidden: true });
  const look = image && button('', () => (place.hidden ? open(address) : offer('预览')));
  const link = (label, properties) =>
    h('a', {
      href: address, className: 'whistle-button', 'aria-label': `${label}${file.name}`, ...properties,
      // A link tells nothing of when it was served.
      on: { click: () => { const later = setTimeout(acted, 1500); signal.addEventListener('abort', () => clearTimeout(later)); } },
    }, label);

  if (image) offer('预览');
  if (image && local) {
    // Who has just sent the picture sees what was sent, without reading it from the case.
    const reader = new FileReader();
    reader.onload = () => open(reader.result);
    reader.readAsDataURL(local);
  }
  return h('li', { className: 'whistle-row' },
    h('div', { className: 'whistle-main' },
      h('p', { className: 'whistle-file' }, file.name),
      h('p', { className: 'whistle-aside' },
        `${size(file.size)} · ${file.uploadedByName} · ${minute(file.uploadedAt)}`),
      place),
    h('div', { className: 'whistle-acts' },
      look,
      file.preview && !image && link('打开', { target: '_blank', rel: 'noopener' }),
      link('下载', { download: file.name })));

  function open(source) {
    if (!place.firstChild) place.append(picture(source));
    offer('收起');
  }

  function offer(act) {
    place.hidden = act === '预览';
    look.textContent = act;
    look.setAttribute('aria-label', `${act}${file.name}`);
  }

  function picture(source) {
    const img = h('img', { alt: file.name });
    const frame = h('button', {
      type: 'button', className: 'whistle-frame', title: '点击放大', 'aria-label': `放大${file.name}`,
      on: { click: () => enlarge(img, frame, dialogIn) },
    }, img);
    img.addEventListener('load', () => source === address && acted(), { once: true });
    img.addEventListener('error', () => {
      place.replaceChildren(alarm('图片未能显示，请下载后查看。'));
    });
    img.src = source;
    return frame;
  }
}

/** The picture itself moves into the dialog and back: a second one would be a second reading of the file. */
function enlarge(img, frame, home) {
  const dialog = h('dialog', { className: 'whistle-enlarged', 'aria-label': img.alt, on: { click: () => dialog.close() } },
    img, button('关闭', () => dialog.close()));
  dialog.addEventListener('close', () => {
    frame.append(img);
    dialog.remove();
    frame.focus();
  });
  home.append(dialog);
  dialog.showModal();
}
