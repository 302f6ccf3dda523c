// Drawing by ECharts, loaded when the first chart comes. A chart says nothing that a table beside it does not, so screen
// readers pass it over; where the library cannot be loaded there is the table.
import { h } from '../case/dom.js';
import { month } from './names.js';

// This file is served as <context>/camunda/app/tasklist/scripts/board/charts.js.
const LIBRARY = new URL('../../../whistle/echarts.esm.min.js', import.meta.url).href;

const INK = '#1f2733';
const CALM = '#55606e';
const COLOURS = ['#155cb5', '#b3261e', '#1c6b3a', '#855000', '#6a3fa0', '#007a87', '#a0306e', '#4d5b1f', '#7a4a2b', '#37474f'];

let loading;
const library = () => (loading ??= import(LIBRARY));

/** The place of a chart, which draws itself once it is on the page and goes with the page. */
export function chart(data, signal) {
  const place = h('div', { className: 'whistle-chart', 'aria-hidden': 'true' });
  library()
    .then((echarts) => {
      if (signal.aborted) return;
      const drawn = echarts.init(place, null, { renderer: 'svg', locale: 'ZH' });
      const watch = new ResizeObserver(() => place.clientWidth > 0 && show());
      watch.observe(place);
      signal.addEventListener('abort', () => {
        watch.disconnect();
        drawn.dispose();
      });

      function show() {
        drawn.resize();
        drawn.setOption(lines(data, place.clientWidth < 600), true);
      }
    })
    .catch((error) => {
      console.error(error);
      place.remove();
    });
  return place;
}

function lines({ months, lines: rows }, narrow) {
  return {
    color: COLOURS,
    textStyle: { fontFamily: 'inherit', color: INK },
    grid: { left: 48, right: 16, top: 16, bottom: narrow ? 110 : 84 },
    legend: { type: 'scroll', bottom: 0, left: 0, right: 0, textStyle: { color: INK }, pageTextStyle: { color: CALM } },
    tooltip: {
      trigger: 'item', confine: true,
      formatter: ({ seriesIndex, dataIndex }) => told(rows[seriesIndex], months[dataIndex], dataIndex),
    },
    xAxis: {
      type: 'category', data: months, boundaryGap: false,
      axisLabel: { color: CALM, formatter: tick },
    },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: CALM, formatter: '{value}%' } },
    series: rows.map(({ name, points }) => ({
      name, type: 'line', data: points, symbolSize: 7, connectNulls: false, emphasis: { focus: 'series' },
    })),
  };
}

/** 12月, and of the first month of a year which one it is. */
function tick(of) {
  const [year, number] = month(of).split('年');
  return number === '1月' ? `${number}\n${year}年` : number;
}

/** Names come from registers: they go into the tooltip as text. */
function told({ name, told: words }, of, index) {
  return h('div', {}, h('strong', {}, name), h('br'), `${month(of)}　${words[index]}`);
}
