// The record of a patrol. What has to be filled in the server decides; each refusal stands beneath its field.
import { post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, told } from '../case/section.js';
import { minute } from '../case/words.js';
import { choice, field } from './fields.js';
import { pictures } from './pictures.js';

const CHINA = 8 * 3600 * 1000;

/** China's time as the input wants it. */
const now = () => new Date(Date.now() + CHINA).toISOString().slice(0, 16);

export function form(beat, { signal, say, showCase, settled, me, choices }) {
  const compound = field('compound', '小区',
    h('select', {},
      beat.compounds.length !== 1 && h('option', { value: '' }, '请选择'),
      beat.compounds.map(({ id, name }) => h('option', { value: id }, name))), { must: true });
  const time = field('patrolledAt', '巡查时间', h('input', { type: 'datetime-local', value: now() }), { must: true, hint: '北京时间' });
  const people = field('people', '巡查人员', h('input', { type: 'text', value: me.name, autocomplete: 'off' }),
    { must: true, hint: '姓名，几个人的用顿号隔开' });
  const result = choice('result', '巡查结果', [{ id: 'none', name: '未发现问题' }, { id: 'finding', name: '发现问题' }],
    { must: true, onChange: showFinding });
  const note = field('note', '备注', h('textarea', { rows: 2, maxLength: 500 }), { hint: '可以不填，不写姓名、电话' });
  const finding = findingFields(choices);
  const shots = pictures(signal);
  const found = h('div', { className: 'whistle-finding', hidden: true }, finding.element, shots.element);
  const failure = h('div');
  const done = h('div', { tabIndex: -1 });
  const submit = h('button', { type: 'submit', className: 'whistle-button whistle-chief whistle-big' }, '登记');
  const all = () => [compound, time, people, result, note, ...finding.fields()];
  const entered = h('form', { noValidate: true, on: { submit: (event) => { event.preventDefault(); send(); } } },
    compound.element, time.element, people.element, result.element, found, note.element, failure, submit);
  return h('section', { 'aria-label': '登记巡查' },
    h('header', {}, h('h4', {}, '登记巡查'), h('span', { className: 'whistle-aside' }, `${beat.unitName} · ${beat.kindName}`)),
    done, entered);

  function showFinding() {
    found.hidden = result.value() !== 'finding';
  }

  function said() {
    return {
      unit: beat.unit,
      compound: compound.value(),
      patrolledAt: time.value() && `${time.value()}:00+08:00`,
      people: (people.value() ?? '').split(/[、，,;；\s]+/).filter(Boolean),
      result: result.value(),
      note: note.value(),
      finding: result.value() === 'finding' ? finding.value() : null,
    };
  }

  async function send() {
    all().forEach((it) => it.refuse());
    failure.replaceChildren();
    submit.disabled = true;
    try {
      const made = await post(url('patrols'), signal, { json: said() });
      await recorded(made);
    } catch (error) {
      refused(error);
    } finally {
      submit.disabled = false;
    }
  }

  async function recorded(made) {
    const where = `${made.compoundName}，${minute(made.patrolledAt)}`;
    const text = made.caseNo ? `已登记并立案：${where}，案件编号 ${made.caseNo}。` : `已登记：${where}，未发现问题。`;
    const open = made.caseNo && button('查看案件', () => showCase(made.caseNo, open));
    const sent = h('div');
    done.replaceChildren(h('div', { className: 'whistle-note whistle-done' }, h('p', {}, text), open), sent);
    if (made.caseNo) await shots.send(made.caseNo, sent);
    say(text);
    again();
    settled();
    done.scrollIntoView({ block: 'nearest' });
    done.focus({ preventScroll: true });
  }

  /** The next compound is patrolled by the same people. */
  function again() {
    const who = people.value();
    entered.reset();
    entered.querySelector('#patrol-people').value = who;
    entered.querySelector('#patrol-patrolledAt').value = now();
    finding.turn();
    showFinding();
  }

  function refused(error) {
    const wrong = error.problem?.errors ?? [];
    const left = [];
    let first = null;
    for (const { field: name, message } of wrong) {
      const there = all().find((it) => it.name === name && it.element.isConnected);
      if (!there) left.push(message);
      else {
        there.refuse(message);
        first = first ?? there;
      }
    }
    const text = wrong.length === 0 ? told(error) : left.join('；');
    if (text) failure.replaceChildren(alarm(text));
    if (first) {
      say(`有 ${wrong.length} 处需要改正。`);
      first.focus();
    }
  }
}

/** What was found; which questions are asked goes by the answers, as in the procedure's own form. */
function findingFields(choices) {
  const text = (rows) => (rows ? h('textarea', { rows, maxLength: 1000 }) : h('input', { type: 'text', maxLength: 100 }));
  const ask = (name) => choices[name] ?? [];
  const kind = choice('finding.findingKind', '问题类别', ask('findingKind'), { must: true, onChange: turn });
  const violation = field('finding.violationKind', '违规行为种类',
    h('select', {}, h('option', { value: '' }, '请选择'), ask('violationKind').map(({ id, name }) => h('option', { value: id }, name))), { must: true });
  const existing = choice('finding.existing', '是否存量违法建设', ask('existing'), { must: true, onChange: turn });
  const place = field('finding.place', '具体位置', text(), { must: true, hint: '例如3幢1单元门前' });
  const matter = field('finding.matter', '发现的问题', text(), { must: true, hint: '一句话，不写姓名、电话' });
  const details = field('finding.details', '详细情况', text(3));
  const demand = field('finding.rectificationDemand', '整改要求', text(2), { must: true });
  const violator = field('finding.violatorName', '违规行为人', h('input', { type: 'text', maxLength: 50 }), { hint: '不清楚的不填' });
  const stopped = choice('finding.stopped', '劝阻结果', ask('stopped'), { must: true });
  const served = choice('finding.servedHow', '劝阻通知书送达方式', ask('servedHow'), { must: true });
  const place0 = h('div');
  turn();
  return { element: place0, fields: asked, turn, value };

  function asked() {
    const what = kind.value();
    const old = what === 'illegal-construction' && existing.value() === 'yes';
    return [
      kind,
      ...(what === 'enforcement' ? [violation] : []),
      ...(what === 'illegal-construction' ? [existing] : []),
      place, matter, details,
      ...(what === 'contract' ? [demand] : []),
      ...(what && what !== 'contract' ? [violator] : []),
      ...(what && what !== 'contract' && !old ? [stopped, served] : []),
    ];
  }

  /** Fields that stay are not touched: whoever types keeps the place. */
  function turn() {
    const wanted = asked().map(({ element }) => element);
    [...place0.children].filter((it) => !wanted.includes(it)).forEach((it) => it.remove());
    wanted.forEach((it, i) => { if (place0.children[i] !== it) place0.insertBefore(it, place0.children[i] ?? null); });
  }

  function value() {
    return Object.fromEntries(asked().map((it) => [it.name.replace('finding.', ''), it.value()]));
  }
}
