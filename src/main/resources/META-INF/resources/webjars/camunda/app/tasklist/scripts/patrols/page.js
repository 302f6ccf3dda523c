// The page 小区巡查: a patrol is recorded where it takes place, on a phone; below it the week as it stands.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { showFailure } from '../case/section.js';
import { openFrame } from '../pages/frame.js';
import { form } from './form.js';
import { list } from './list.js';
import { week } from './week.js';

/** Shows the page in this node; the answer closes it: requests end and listeners go. */
export const openPage = (node) =>
  openFrame(node, { title: '小区巡查', look: 'whistle-patrols', heard: true }, (frame) => {
    const desk = h('div');
    fill(desk, frame);
    return desk;
  });

async function fill(desk, frame) {
  const { signal } = frame;
  try {
    const [me, beats] = await Promise.all([get(url('me'), signal), get(url('patrols', 'beats'), signal)]);
    const choices = beats.length > 0 ? await get(url('patrols', 'choices'), signal) : {};
    show(desk, beats, { ...frame, me, choices });
  } catch (error) {
    showFailure(desk, error);
  }
}

function show(desk, beats, context) {
  const place = h('div');
  const records = list(context);
  const units = h('select', { id: 'patrol-unit', on: { change: () => turnTo(beats[units.selectedIndex]) } },
    beats.map(({ unit, unitName }) => h('option', { value: unit }, unitName)));
  desk.replaceChildren(...[
    beats.length > 1 && h('p', { className: 'whistle-ask' }, h('label', { htmlFor: 'patrol-unit' }, '巡查单位'), units),
    place, records.element,
  ].filter(Boolean));
  if (beats.length > 0) turnTo(beats[0]);
  records.reload();

  function turnTo(beat) {
    const standing = week(beat, context);
    const settled = () => {
      standing.reload();
      records.reload();
    };
    place.replaceChildren(form(beat, { ...context, settled }), standing.element);
    standing.reload();
  }
}
