// A place to sign on with a finger, a pen or a mouse. Who cannot signs on paper instead.
import { button, h } from '../case/dom.js';

const WIDE = 800;
const HIGH = 240;

/** @param name as the server calls it */
export function signature(id, name, label) {
  let drawn = false;
  let last = null;
  const canvas = h('canvas', { id, width: WIDE, height: HIGH, className: 'whistle-pad' });
  canvas.setAttribute('role', 'img');
  const pen = canvas.getContext('2d');
  const wrong = h('span', { className: 'whistle-wrong', id: `${id}-wrong`, hidden: true });
  const again = button('清除重签', clear, { 'aria-label': `清除${label}的签名` });
  clear();
  for (const [type, act] of Object.entries({ pointerdown: begin, pointermove: draw, pointerup: end, pointercancel: end })) {
    canvas.addEventListener(type, act);
  }
  return {
    name,
    element: h('div', { className: 'whistle-ask' },
      h('p', { className: 'whistle-sign-here' }, h('span', { className: 'whistle-aside' }, `请${label}在框内签名`), again),
      canvas, wrong),
    value: () => (drawn ? canvas.toDataURL('image/png').split(',')[1] : null),
    refuse,
    focus: () => again.focus(),
  };

  function clear() {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, WIDE, HIGH);
    Object.assign(pen, { strokeStyle: '#111', fillStyle: '#111', lineWidth: 6, lineCap: 'round', lineJoin: 'round' });
    drawn = false;
    stands();
  }

  function stands() {
    canvas.setAttribute('aria-label', `${label}签名处，${drawn ? '已签名' : '尚未签名'}`);
  }

  function at({ clientX, clientY }) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [((clientX - left) / width) * WIDE, ((clientY - top) / height) * HIGH];
  }

  function begin(event) {
    if (!event.isPrimary || event.button > 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    last = at(event);
    refuse();
  }

  function draw(event) {
    if (!last) return;
    const next = at(event);
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...next);
    pen.stroke();
    last = next;
    drawn = true;
  }

  function end() {
    last = null;
    stands();
  }

  function refuse(text) {
    wrong.hidden = !text;
    wrong.textContent = text ?? '';
    canvas.classList.toggle('whistle-wrong-pad', Boolean(text));
    if (text) again.setAttribute('aria-describedby', wrong.id);
    else again.removeAttribute('aria-describedby');
  }
}
