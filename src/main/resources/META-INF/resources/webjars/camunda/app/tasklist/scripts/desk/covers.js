// 代办: who does whose tasks from day to day; registered, ended before its time, or called off.
import { get, post, url } from '../case/api.js';
import { button, h } from '../case/dom.js';
import { alarm, empty, section, told } from '../case/section.js';
import { date } from '../case/words.js';
import { field, mistakes, today } from '../pages/fields.js';

const STATES = { coming: '尚未开始', now: '代办中', over: '已结束' };

export function covers({ signal, say, changed }) {
  const { element, reload } = section('代办登记', async () => {
    const [listed, choices] = await Promise.all([get(url('covers'), signal), get(url('covers', 'choices'), signal)]);
    const mistake = h('div');
    return [
      choices.some(({ deputies }) => deputies.length > 0)
        ? form(choices.filter(({ deputies }) => deputies.length > 0))
        : empty('本单位没有同样岗位的其他人员，不能登记代办。'),
      listed.length > 0 ? list(listed, mistake) : empty('没有代办登记。'),
      mistake,
    ];
  });
  return { element, reload };

  function list(listed, mistake) {
    return h('ul', { className: 'whistle-list', 'aria-label': '代办登记' }, listed.map((it) => {
      const what = `${it.deputyName}代${it.personName}`;
      const end = it.mayEnd && button(it.state === 'now' ? '提前结束' : '取消', () => stop(it, what, end, mistake), {
        'aria-label': `${it.state === 'now' ? '提前结束' : '取消'}${what}`,
      });
      return h('li', { className: 'whistle-row' },
        h('div', { className: 'whistle-main' },
          h('p', {}, h('span', { className: 'whistle-file' }, what), ' ', h('span', { className: 'whistle-tag' }, STATES[it.state])),
          h('p', { className: 'whistle-aside' }, `${date(it.from)}至${date(it.to)} · ${it.reason}`)),
        end && h('div', { className: 'whistle-acts' }, end));
    }));
  }

  async function stop(it, what, pressed, mistake) {
    pressed.disabled = true;
    try {
      await post(url('covers', it.id, 'end'), signal);
      await Promise.all([reload(), changed()]);
      say(`${what}已经结束，没有办完的任务交还${it.personName}。`);
      element.querySelector('summary')?.focus(); // the button that was pressed is gone
    } catch (error) {
      const text = told(error);
      if (text) mistake.replaceChildren(alarm(text));
      pressed.disabled = false;
    }
  }

  function form(choices) {
    const person = h('select', { required: true, on: { change: chosen } }, choices.map(({ user, name }) => h('option', { value: user }, name)));
    const deputy = h('select', { required: true });
    const from = h('input', { type: 'date', required: true, value: today() });
    const to = h('input', { type: 'date', required: true });
    const reason = h('input', { type: 'text', required: true, maxLength: 200 });
    const fields = {
      person: field('不在岗人员', person),
      deputy: field('代办人', deputy),
      from: field('起始日期', from),
      to: field('截止日期', to, '到期自动结束'),
      reason: field('原因', reason, '例如：年休假、培训；不写病情'),
    };
    const rest = h('div');
    const send = h('button', { type: 'submit', className: 'whistle-button whistle-chief' }, '登记');
    chosen();
    return h('details', {}, h('summary', {}, '登记一次代办'),
      h('form', { className: 'whistle-entering', noValidate: true, on: { submit } },
        Object.values(fields).map((it) => it.element),
        h('div', { className: 'whistle-acts' }, send), rest));

    function chosen() {
      const { deputies } = choices.find(({ user }) => user === person.value);
      deputy.replaceChildren(
        h('option', { value: '' }, '请选择'), ...deputies.map(({ user, name }) => h('option', { value: user }, name)));
    }

    async function submit(submitted) {
      submitted.preventDefault();
      send.disabled = true;
      try {
        const made = await post(url('covers'), signal, { json: {
          person: person.value, deputy: deputy.value, from: from.value || null, to: to.value || null, reason: reason.value.trim(),
        } });
        await Promise.all([reload(), changed()]);
        say(`已登记${made.deputyName}代${made.personName}办理，${date(made.from)}至${date(made.to)}。`);
        element.querySelector('summary')?.focus();
      } catch (error) {
        mistakes(error, fields, rest);
        send.disabled = false;
      }
    }
  }
}
