// The letters of the case: their versions to look at, a draft to correct, the reception of a served one to note.
import { get, getText, post, upload, url } from './api.js';
import { button, h } from './dom.js';
import { alarm, empty, section, told } from './section.js';
import { day, minute, size } from './words.js';

const TONE = { DRAFT: 'soon', SIGNED: 'calm', SERVED: 'calm', ACKNOWLEDGED: 'done', WITHDRAWN: 'calm' };

export function documents(context) {
  return section('文书', async () => {
    const letters = await get(context.of('documents'), context.signal);
    return letters.length > 0
      ? h('ul', { className: 'whistle-list' }, letters.map((letter) => row(letter, context)))
      : empty('还没有文书。');
  });
}

/** A letter's row; it shows itself anew after each act. */
function row(letter, context) {
  const { signal, say, acted, file } = context;
  const element = h('li', { className: 'whistle-row whistle-letter' });
  show(letter);
  return element;

  function show(now, focus) {
    const mistake = h('div');
    const picker = h('input', {
      type: 'file', accept: '.docx', hidden: true, 'aria-label': `选择《${now.title}》的修改稿`,
      on: { change: () => send(now, picker, mistake) },
    });
    const correctable = now.held && now.state === 'DRAFT' && file.state === 'open';
    const act = correctable
      ? button('上传修改稿', () => picker.click(), { 'aria-label': `上传《${now.title}》的修改稿` })
      : now.held && now.state === 'SERVED'
        && button('登记签收', (event) => acknowledge(now, event.currentTarget, mistake), { 'aria-label': `登记《${now.title}》已签收` });
    element.replaceChildren(
      h('div', { className: 'whistle-main' },
        h('p', { className: 'whistle-what' },
          h('span', { className: 'whistle-name' }, `《${now.title}》`),
          h('span', { className: `whistle-days whistle-${TONE[now.state]}` }, now.stateName),
          now.number && h('span', { className: 'whistle-number' }, now.number)),
        h('p', { className: 'whistle-aside' }, course(now)),
        h('ul', { className: 'whistle-versions' }, [...now.versions].reverse().map((version) => h('li', {}, download(now, version, context), preview(now, version, context)))),
        correctable && h('p', { className: 'whistle-aside' }, '修改稿请在最新一稿上用 Word 修改，保留“文号”“签发人”“签发日期”这几个域。'),
        mistake),
      h('div', { className: 'whistle-acts' }, act, correctable && picker));
    if (focus) element.querySelector('.whistle-versions a').focus();
  }

  async function send(now, picker, mistake) {
    const [chosen] = picker.files;
    picker.value = ''; // the same file can be chosen again after a refusal
    if (!chosen) return;
    mistake.replaceChildren(h('progress', { max: 1, value: 0, 'aria-label': `上传${chosen.name}` }));
    await attempt(mistake, async () => {
      const corrected = await upload(url('documents', now.id, 'versions'), chosen,
        (part) => { mistake.firstChild.value = part; }, signal);
      show(corrected, true);
      say(corrected.versions.length > now.versions.length
        ? `已上传《${now.title}》的修改稿，为第 ${corrected.versions.length} 稿。`
        : '上传的内容与最新一稿相同，没有另存。');
    });
  }

  async function acknowledge(now, pressed, mistake) {
    pressed.disabled = true;
    await attempt(mistake, async () => {
      show(await post(url('documents', now.id, 'acknowledgement'), signal), true);
      say(`已登记《${now.title}》签收。`);
    });
    pressed.disabled = false;
  }

  async function attempt(mistake, act) {
    try {
      await act();
      acted();
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
    }
  }
}

/** Who sends it, who signed it when, how it was handed over. */
function course({ unitName, signedByName, signedAt, servedHowName, servedOn, acknowledgedAt }) {
  return [
    unitName,
    signedAt && `${signedByName}于 ${minute(signedAt)} 签发`,
    servedOn && `${day(`${servedOn}T00:00:00+08:00`)}${servedHowName}`,
    acknowledgedAt && `${minute(acknowledgedAt)} 登记签收`,
  ].filter(Boolean).join(' · ');
}

const named = ({ origin, originName, number }) => (origin === 'SIGNED' ? originName : `第 ${number} 稿（${originName}）`);

/** The letter in place, as Word would show it or nearly so. Officers wrote it: it is locked up and runs nothing. */
function preview({ id, title }, version, { signal, acted }) {
  const place = h('div', { hidden: true });
  const look = button('预览', () => (place.hidden ? open() : close()), { 'aria-expanded': 'false', 'aria-label': `预览《${title}》${named(version)}` });
  return [' ', look, place];

  async function open() {
    look.disabled = true;
    try {
      const page = await getText(url('documents', id, 'versions', version.number, 'page'), signal);
      place.replaceChildren(h('iframe', { className: 'whistle-letter-page', sandbox: '', srcdoc: page, title: `《${title}》${named(version)}` }));
      acted();
    } catch (error) {
      const text = told(error);
      if (text) place.replaceChildren(alarm(text));
    }
    look.disabled = false;
    turn(false, '收起');
  }

  function close() {
    place.replaceChildren(); // looked at again it is read again
    turn(true, '预览');
  }

  function turn(hidden, act) {
    place.hidden = hidden;
    look.textContent = act;
    look.setAttribute('aria-expanded', String(!hidden));
    look.setAttribute('aria-label', `${act}《${title}》${named(version)}`);
  }
}

function download({ id, title }, version, { signal, acted }) {
  const name = named(version);
  return [
    h('a', {
      href: url('documents', id, 'versions', version.number), download: '', 'aria-label': `下载《${title}》${name}`,
      // A link tells nothing of when it was served.
      on: { click: () => { const later = setTimeout(acted, 1500); signal.addEventListener('abort', () => clearTimeout(later)); } },
    }, name),
    h('span', { className: 'whistle-aside' }, ` ${minute(version.madeAt)}${version.madeByName ? ` · ${version.madeByName}` : ''} · ${size(version.size)}`),
  ];
}
