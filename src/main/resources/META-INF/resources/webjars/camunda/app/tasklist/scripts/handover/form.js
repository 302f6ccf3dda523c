// What is recorded of an item. What has to be filled in the server decides; each refusal stands beneath its field.
import { post, random } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';
import { choice, field } from '../patrols/fields.js';
import { sheet } from './sheet.js';
import { signature } from './signature.js';

const STATES = [
  { id: 'complete', name: '交清' }, { id: 'partial', name: '部分交清' },
  { id: 'refused', name: '拒绝移交' }, { id: 'not-applicable', name: '不适用' },
];
const WAYS = [{ id: 'tablet', name: '现场手写签名' }, { id: 'paper', name: '已在纸质清单签字' }];
const WHY = {
  partial: ['还缺什么', '写明缺少的内容和约定的补交时间'],
  refused: ['拒绝的情况', '写明对方说的理由或者当时的情况'],
  'not-applicable': ['为什么不适用', '例如本小区没有这一项'],
};
const TAKERS = ['业主委员会', '临时管委会', '物业管理委员会', '院委会', '业主大会授权的代表', '接管企业'];

export function form(first, context) {
  const { of, signal, say, list, memory, recorded, refresh } = context;
  let item = first;
  let key = random(); // one act, however often it is sent
  const prefix = `handover-${item.item}`;
  const { current } = item;
  const ask = (name, label, input, options) => field(name, label, input, { ...options, prefix });
  const area = (rows, value, maxLength) => h('textarea', { rows, maxLength, value: value ?? '' });
  const state = choice('state', '移交情况', STATES, { must: true, chosen: current?.state, onChange: turn, prefix });
  const quantity = ask('quantity', `数量（${item.measure}）`,
    h('input', { type: 'number', inputMode: 'numeric', min: 1, step: 1, value: current?.quantity ?? '' }), { must: true });
  const amount = ask('amount', `金额（${item.measure}）`,
    h('input', { type: 'number', inputMode: 'decimal', min: 0, step: '0.01', value: current?.amount ?? '' }), { must: true });
  const content = ask('content', '移交的内容', area(3, current?.content, 1000),
    { must: item.recorded === 'list', hint: [item.hint, '不写姓名、电话'].filter(Boolean).join('；') });
  const reasons = Object.fromEntries(Object.entries(WHY).map(([code, [label, hint]]) =>
    [code, ask('reason', label, area(2, current?.state === code ? current.reason : '', 500), { must: true, hint })]));
  const correction = ask('correction', '更正理由', area(2, '', 500), { must: true });
  const way = choice('signedOn', '签字方式', WAYS, { must: true, chosen: memory.signedOn, onChange: turn, prefix });
  const paper = sheet(`${prefix}-sheet`, context);
  const people = ['giver', 'taker', 'witness'].map((side) => person(side));
  const failure = h('div');
  const place = h('div');
  const submit = h('button', { type: 'submit', className: 'whistle-button whistle-chief whistle-big' }, '登记');
  const element = h('form', { noValidate: true, 'aria-label': `登记${item.name}`, on: { submit: (event) => { event.preventDefault(); send(); } } },
    place, failure, submit);
  // Another act than the one that was refused.
  element.addEventListener('input', () => { key = random(); });
  turn();
  return { element, sees };

  /** The list has changed meanwhile. */
  function sees(next) {
    item = next;
    turn();
  }

  function parts() {
    const what = state.value();
    const handedOver = what === 'complete' || what === 'partial';
    return [
      state,
      handedOver && item.recorded === 'count' && quantity,
      handedOver && item.recorded === 'amount' && amount,
      handedOver && content,
      reasons[what],
      item.current && correction,
      what && way,
      what && way.value() === 'paper' && paper,
      ...(what ? people : []),
    ].filter(Boolean);
  }

  /** What stays is not touched: whoever types keeps the place. */
  function turn() {
    const wanted = parts().map((it) => it.element);
    [...place.children].filter((it) => !wanted.includes(it)).forEach((it) => it.remove());
    wanted.forEach((it, i) => { if (place.children[i] !== it) place.insertBefore(it, place.children[i] ?? null); });
    people.forEach((it) => it.turn(way.value(), state.value()));
    if (way.value() === 'paper') paper.shown();
    submit.hidden = !state.value();
  }

  function person(side) {
    const label = { giver: '移交人', taker: '接收人', witness: '见证人' }[side];
    const known = memory.people[side] ?? {};
    const name = ask(`${side}.name`, `${label}姓名`,
      h('input', { type: 'text', maxLength: 30, autocomplete: 'off', value: known.name ?? '' }), { must: true });
    const actsFor = side === 'witness' && list.witnesses.length > 0
      ? ask(`${side}.actsFor`, '所在单位', h('select', {}, list.witnesses.map((it) =>
        h('option', { value: it, selected: it === known.actsFor }, it))), { must: true })
      : ask(`${side}.actsFor`, '代表单位', h('input', {
        type: 'text', maxLength: 60, autocomplete: 'off', value: known.actsFor ?? (side === 'giver' ? list.giver ?? '' : ''),
      }), { must: true });
    if (side === 'taker') {
      const offered = h('datalist', { id: `${prefix}-takers` }, TAKERS.map((value) => h('option', { value })));
      actsFor.element.append(offered);
      actsFor.element.querySelector('input').setAttribute('list', offered.id);
    }
    const pad = signature(`${prefix}-${side}-signature`, `${side}.signature`, label);
    const hint = h('p', { className: 'whistle-aside' }, '拒绝移交的，移交人可以不填、不签。');
    return {
      element: h('fieldset', { className: 'whistle-signer' }, h('legend', {}, label),
        side === 'giver' && hint, h('div', { className: 'whistle-two' }, name.element, actsFor.element), pad.element),
      fields: () => [name, actsFor, pad],
      value: () => (side === 'giver' && state.value() === 'refused' && !name.value() ? null
        : { name: name.value(), actsFor: actsFor.value(), signature: way.value() === 'tablet' ? pad.value() : null }),
      turn(signedOn, what) {
        pad.element.hidden = signedOn !== 'tablet';
        hint.hidden = what !== 'refused';
      },
      remember() {
        const typed = { name: name.value(), actsFor: actsFor.value() };
        if (typed.name) memory.people[side] = typed;
      },
    };
  }

  function fields() {
    return parts().flatMap((it) => (it.fields ? it.fields() : [it]));
  }

  function said() {
    const [giver, taker, witness] = people.map((it) => it.value());
    const what = state.value();
    return {
      seen: item.current?.number ?? 0,
      state: what,
      quantity: number(quantity.value()),
      amount: number(amount.value()),
      content: content.value(),
      reason: reasons[what]?.value() ?? null,
      correction: correction.value(),
      signedOn: way.value(),
      sheet: way.value() === 'paper' ? paper.value() : null,
      giver, taker, witness,
    };
  }

  async function again() {
    try {
      await refresh();
      failure.replaceChildren();
      state.focus();
    } catch (error) {
      const text = told(error);
      if (text) failure.replaceChildren(alarm(text));
    }
  }

  async function send() {
    fields().forEach((it) => it.refuse());
    failure.replaceChildren();
    submit.disabled = true;
    try {
      const answer = await post(of('handover', item.item), signal, { json: said(), key });
      people.forEach((it) => it.remember());
      memory.signedOn = way.value();
      memory.sheet = paper.value() ?? memory.sheet;
      recorded(answer);
    } catch (error) {
      refused(error);
    } finally {
      submit.disabled = false;
    }
  }

  function refused(error) {
    const wrong = error.problem?.errors ?? [];
    const left = [];
    let mended = null;
    for (const { field: name, message } of wrong) {
      const there = fields().find((it) => it.name === name);
      if (!there) left.push(message);
      else {
        there.refuse(message);
        mended ??= there;
      }
    }
    const text = wrong.length === 0 ? told(error) : left.join('；');
    if (text) {
      failure.replaceChildren(alarm(text));
      if (error.problem?.status === 409) failure.append(button('刷新清单', again));
    }
    if (mended) {
      say(`有 ${wrong.length} 处需要改正。`);
      mended.focus();
    }
  }
}

const number = (typed) => (typed === null ? null : Number(typed));
