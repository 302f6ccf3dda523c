// What was recorded of an item and who signed: masked, in clear for a minute by an act that the timeline tells.
import { post } from '../case/api.js';
import { button, facts, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';
import { minute } from '../case/words.js';

const SHOWN = 60_000;

export function entry(made, { of, list, signal, say }) {
  const mistake = h('div');
  const signers = h('ul', { className: 'whistle-signers' });
  let timer = null;
  const look = list.mayReveal && made.signers.length > 0
    && button('查看签字', () => (timer === null ? show() : hide()), { 'aria-label': `查看“${made.said}”的签字` });
  fill(made.signers);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return h('div', { className: 'whistle-entry' },
    facts([
      ['移交情况', made.said, true],
      ['更正理由', made.correction, true],
      ['签字方式', made.sheetName ? `${made.signedOnName}（附件：${made.sheetName}）` : made.signedOnName],
      ['登记', `${made.recordedByName}，${minute(made.recordedAt)}`],
    ]),
    signers, look, mistake);

  function fill(people) {
    signers.replaceChildren(...people.map(({ sideName, name, actsFor, signature, drawn }) => h('li', {},
      h('span', { className: 'whistle-aside' }, sideName), h('span', { className: 'whistle-name' }, name),
      h('span', {}, `（${actsFor}）`),
      signature ? h('img', { src: `data:image/png;base64,${signature}`, alt: `${sideName}的签名` })
        : drawn && h('span', { className: 'whistle-aside' }, '已手写签名'))));
  }

  async function show() {
    mistake.replaceChildren();
    try {
      fill(await post(of('handover', 'entries', made.id, 'reveal'), signal));
      look.textContent = '隐藏签字';
      timer = setTimeout(hide, SHOWN);
      say('已显示签字，一分钟后隐藏；本次查看已记入办理经过。');
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
    }
  }

  function hide() {
    clearTimeout(timer);
    timer = null;
    look.textContent = '查看签字';
    fill(made.signers);
  }
}
