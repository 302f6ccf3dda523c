// The way of the case, drawn on its model by the viewer that Tasklist has for its own diagrams, and told as a list.
import { get, getText } from './api.js';
import { h } from './dom.js';
import { empty, section, showFailure } from './section.js';
import { minute } from './words.js';

/** Steps that the engine takes one after the other in one go are this far apart at most, in milliseconds. */
const AT_ONCE = 2000;

/** Room around what is shown, in the model's own measure. */
const MARGIN = 60;

const SAID = { active: '正在办理', done: '', cancelled: '已终止' };

export const path = (scope) => ({ of, signal }) =>
  section('办理路径', async () => {
    const models = await get(of('path'), signal);
    if (models.length === 0) return empty('这件案件没有留下流程记录。');
    const drawing = h('div', { className: 'whistle-drawing', role: 'group', 'aria-label': '流程图，走过的环节也列在下面' });
    const steps = h('details', {});
    const choice = h('select', { id: 'path-model', on: { change: () => show(models[choice.selectedIndex]) } },
      models.map((it) => h('option', {}, title(it, models))));
    show(models[0]);
    return [
      h('div', { className: 'whistle-choosing' },
        models.length > 1 && [h('label', { htmlFor: 'path-model' }, '流程'), choice],
        h('span', { className: 'whistle-legend-of-path whistle-aside', 'aria-hidden': 'true' },
          h('span', {}, '已走过'), h('span', { className: 'whistle-now' }, '正在办理'), h('span', { className: 'whistle-gone' }, '已终止'))),
      drawing, steps,
    ];

    function show(model) {
      steps.replaceChildren(
        h('summary', {}, `逐个环节（${model.steps.length}）`),
        h('ol', { className: 'whistle-steps' }, model.steps.map(step)));
      draw(model).catch((error) => showFailure(drawing, error));
    }

    async function draw(model) {
      const xml = await getText(`${of('model')}?id=${encodeURIComponent(model.model)}`, signal);
      await view(drawing, scope, xml, (viewer) => mark(viewer, model.steps));
    }
  });

function title({ name, startedAt, caller, calledBy }, models) {
  const from = models.find(({ id }) => id === caller)?.steps.find(({ element }) => element === calledBy)?.name;
  const what = from && from !== name ? `${name}（${from}）` : name;
  return startedAt && caller ? `${what} ${minute(startedAt)}` : what;
}

function step({ name, element, startedAt, endedAt, state }) {
  const [from, to] = [minute(startedAt), endedAt && minute(endedAt)];
  const time = to && to !== from ? `${from} 至 ${to}` : from;
  return h('li', {}, name ?? element, ' ',
    h('span', { className: 'whistle-aside' }, [time, SAID[state]].filter(Boolean).join(' · ')));
}

/** Tasklist's viewer is a directive of its AngularJS application: it comes and goes with a scope. */
function view(place, scope, xml, drawn) {
  return new Promise((resolve, reject) => {
    const $compile = window.angular.element(document.documentElement).injector().get('$compile');
    const own = scope.$new(true);
    Object.assign(own, {
      xml, control: {},
      drawn() {
        try {
          drawn(own.control.getViewer());
          resolve();
        } catch (error) {
          reject(error);
        }
      },
    });
    place.replaceChildren($compile(
      '<div style="height:100%" cam-widget-bpmn-viewer diagram-data="xml" control="control" on-load="drawn()"></div>')(own)[0]);
    for (const [zoom, said] of [['.in', '放大'], ['.out', '缩小'], ['.reset .btn', '还原']]) {
      queueMicrotask(() => place.querySelectorAll(zoom).forEach((it) => { it.title = said; it.setAttribute('aria-label', said); }));
    }
    scope.$evalAsync();
  });
}

function mark(viewer, steps) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const strongest = new Map();
  const rank = { cancelled: 1, done: 2, active: 3 };
  for (const { element, state } of steps) {
    if (rank[state] > (rank[strongest.get(element)] ?? 0)) strongest.set(element, state);
  }
  for (const [id, state] of strongest) {
    const drawn = elements.get(id);
    if (!drawn) continue;
    // What stands inside must stay readable.
    if (drawn.children?.length > 0) canvas.addMarker(id, 'whistle-passed-frame');
    else canvas.addMarker(id, { done: 'whistle-passed', active: 'whistle-active', cancelled: 'whistle-cancelled' }[state]);
  }
  zoomTo(canvas, [...strongest.keys()].map((id) => elements.get(id)).filter(Boolean));
  const passings = byElement(steps);
  for (const flow of elements.filter(({ type }) => type === 'bpmn:SequenceFlow')) {
    if (taken(passings.get(flow.source.id), passings.get(flow.target.id))) canvas.addMarker(flow.id, 'whistle-taken');
  }
}

/** Large models are shown where the case has been, not whole and too small to read. */
function zoomTo(canvas, shapes) {
  if (shapes.length === 0) return;
  const left = Math.min(...shapes.map(({ x }) => x));
  const top = Math.min(...shapes.map(({ y }) => y));
  const right = Math.max(...shapes.map(({ x, width }) => x + width));
  const bottom = Math.max(...shapes.map(({ y, height }) => y + height));
  canvas.viewbox({ x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN });
  if (canvas.zoom() > 1) canvas.zoom(1, { x: (left + right) / 2, y: (top + bottom) / 2 });
}

function byElement(steps) {
  const groups = new Map();
  steps.forEach((it) => groups.set(it.element, [...(groups.get(it.element) ?? []), it]));
  return groups;
}

/** The engine does not write down which flow it went: one was taken where its target began when its source had ended. */
function taken(sources = [], targets = []) {
  return sources.some(({ endedAt, state }) =>
    endedAt && state === 'done' && targets.some(({ startedAt }) => {
      const after = new Date(startedAt) - new Date(endedAt);
      return after >= 0 && after <= AT_ONCE;
    }));
}
