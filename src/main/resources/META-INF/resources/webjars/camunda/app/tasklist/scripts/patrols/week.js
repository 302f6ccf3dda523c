// The unit's week as it stands, the weeks before it, and what it plans.
import { get, post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, empty, section, told } from '../case/section.js';
import { day } from '../case/words.js';
import { table } from '../imports/table.js';
import { field } from './fields.js';

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export function week(beat, { signal, say }) {
  const made = section('本周进度', load);
  return made;

  async function load() {
    const { weeks, plan } = await get(`${url('patrols', 'weeks')}?unit=${encodeURIComponent(beat.unit)}`, signal);
    const running = weeks.filter(({ closed }) => !closed);
    const over = weeks.filter(({ closed }) => closed);
    if (weeks.length === 0) return empty('没有规定每周巡查次数，请按职责定期和不定期巡查，做好记录。');
    return [
      ...running.map((it) => standing(it, plan.find(({ compound }) => (compound ?? null) === (it.compound ?? null)))),
      over.length > 0 && h('details', {},
        h('summary', {}, `以前各周（${over.filter(({ shortfall }) => shortfall > 0).length} 项不足）`),
        table('已经结算的各周', ['周', '小区', '应巡查', '实际', '缺少'],
          over.map((it) => [`${day(`${it.week}T00:00:00+08:00`)}起`, it.compoundName ?? '全部', it.minimum, it.done, it.shortfall]))),
    ].filter(Boolean);
  }

  function standing(it, planned) {
    const where = it.compoundName ? `${it.compoundName}：` : '';
    const left = it.shortfall > 0 ? `还差 ${it.shortfall} 次` : '已达到规定次数';
    const tone = it.shortfall > 0 ? 'soon' : 'done';
    const change = button('调整计划', () => edit(it, planned, place, change), { 'aria-label': `调整${it.compoundName ?? ''}每周计划`, 'aria-expanded': 'false' });
    const place = h('div');
    return h('div', { className: `whistle-clock whistle-${tone}` },
      h('div', { className: 'whistle-clock-head' },
        h('span', { className: 'whistle-kind' }, `${where}已巡查 ${it.done} 次`), h('strong', {}, left)),
      h('div', { className: 'whistle-clock-body' },
        h('span', { className: 'whistle-aside' },
          `规定每周 ${it.minimum} 次，计划 ${it.planned} 次${planned?.days ? `（${planned.days.split(',').map((d) => DAYS[d - 1]).join('、')}）` : ''}`),
        change),
      place);
  }

  function edit(it, planned, place, change) {
    if (place.firstChild) return shut();
    const number = field('perWeek', '每周计划次数', h('input', { type: 'number', min: it.minimum, max: 50, step: 1, value: it.planned, inputMode: 'numeric' }), { must: true });
    const ticks = DAYS.map((name, i) =>
      h('input', { type: 'checkbox', value: String(i + 1), checked: (planned?.days ?? '').split(',').includes(String(i + 1)) }));
    const failure = h('div');
    place.replaceChildren(h('form', { noValidate: true, on: { submit: (event) => { event.preventDefault(); save(); } } },
      number.element,
      h('fieldset', { className: 'whistle-ask' }, h('legend', {}, '计划巡查的日子'),
        h('div', { className: 'whistle-choices' }, DAYS.map((name, i) => h('label', {}, ticks[i], h('span', {}, name))))),
      failure,
      h('button', { type: 'submit', className: 'whistle-button whistle-chief' }, '保存计划'), ' ',
      button('取消', shut)));
    change.setAttribute('aria-expanded', 'true');
    number.focus();
    return undefined;

    function shut() {
      place.replaceChildren();
      change.setAttribute('aria-expanded', 'false');
      change.focus();
    }

    async function save() {
      number.refuse();
      failure.replaceChildren();
      try {
        await post(url('patrols', 'plan'), signal, {
          json: {
            unit: beat.unit, compound: it.compound ?? null, perWeek: Number(number.value()),
            days: ticks.filter(({ checked }) => checked).map(({ value }) => value).join(','),
          },
        });
        say('计划已保存。');
        await made.reload();
      } catch (error) {
        const own = error.problem?.errors?.find((wrong) => wrong.field === 'perWeek');
        if (own) {
          number.refuse(own.message);
          number.focus();
        } else {
          const text = told(error);
          if (text) failure.replaceChildren(alarm(text));
        }
      }
    }
  }
}
