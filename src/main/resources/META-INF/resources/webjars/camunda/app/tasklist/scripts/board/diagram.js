// On a model in Cockpit: how many tasks of each activity are open, and how many of them late.
import { get, url } from '../case/api.js';
import { h } from '../case/dom.js';
import { told } from '../case/section.js';
import { me } from '../pages/entry.js';
import { count } from './figure.js';

/** Draws onto the viewer's model; the answer ends what is under way. */
export function openDiagram(viewer) {
  const leaving = new AbortController();
  draw(viewer, leaving.signal).catch(told); // the diagram is as it was
  return () => leaving.abort();
}

async function draw(viewer, signal) {
  if (!(await me()).seesBoard) return;
  const procedure = viewer.getDefinitions().rootElements.find(({ $type, isExecutable }) => $type === 'bpmn:Process' && isExecutable);
  const activities = await get(`${url('board', 'activities')}?${new URLSearchParams({ procedure: procedure.id })}`, signal);
  const [elements, overlays] = [viewer.get('elementRegistry'), viewer.get('overlays')];
  for (const { element, open, overdue } of activities) {
    const drawn = elements.get(element);
    // Newer and older models of the procedure have other activities.
    if (!drawn || open === 0) continue;
    overlays.add(element, 'whistle-board', {
      position: { top: -10, left: 8 }, scale: { min: 1 }, html: mark(drawn.businessObject.name, open, overdue), // readable on a large model, too
    });
  }
}

const mark = (name, open, overdue) =>
  h('span', { className: 'whistle-marks', title: `${name}：在办 ${count(open)} 项${overdue > 0 ? `，其中已逾期 ${count(overdue)} 项` : '，没有逾期'}` },
    h('span', {}, `办 ${count(open)}`),
    overdue > 0 && h('span', { className: 'whistle-mark-late' }, `逾 ${count(overdue)}`));
