// Loaded by all four applications as a custom script: after their AngularJS modules are registered and before they start.
import { chinese } from './language.js';
import { translatePage } from './texts.js';

const { angular } = window;
const app = document.querySelector('base').getAttribute('app-name');
// The webapps make this module for extensions and start it together with their own.
const custom = angular.module(`cam.${app}.custom`);

document.querySelector('link[rel=icon]').href = new URL('mark.svg', import.meta.url);

keepNoDrafts();
brand();
withoutEngineHistory();
whatIsDueFirst();
if (chinese) {
  document.documentElement.lang = 'zh-CN';
  dates();
  translatePage();
}

// Tasklist keeps a form's values, personal data among them, in the browser's storage: on "Save", and when the session
// ends while a form is open. Such drafts are not written, and what an earlier version left behind is removed.
function keepNoDrafts() {
  const draft = /^(camunda-form|camForm):/;
  Object.keys(localStorage).filter((key) => draft.test(key)).forEach((key) => localStorage.removeItem(key));
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (!draft.test(key)) setItem.call(this, key, value);
  };
}

// What the header and the footer say in English whatever the language.
function brand() {
  const template = (directive, change) =>
    custom.decorator(directive, ['$delegate', ($delegate) => {
      $delegate[0].template = change($delegate[0].template);
      return $delegate;
    }]);
  template('camWidgetHeaderDirective', (header) =>
    header.replace('{{ app.label }}', "{{ appName + '_APP' | uppercase | translate }}"));
  template('camWidgetFooterDirective', () => `
        <div class="container-fluid" title="吹哨 · 基于 Camunda {{ version }} 社区版">
          <span id="footer-timezone" class="pull-left">{{ 'CAM_WIDGET_FOOTER_TIMEZONE' | translate }}
            {{ timezoneName === 'Asia/Shanghai' ? '北京时间' : timezoneName }}</span>
          吹哨 · 基于 Camunda <span class="version">{{ version }}</span>
        </div>`);
}

// The case tab tells what happened to a case; the engine's history beside a task knows only the engine's own acts and
// asks for comments, which the engine does not keep here.
function withoutEngineHistory() {
  if (app !== 'tasklist') return;
  custom.decorator('Views', ['$delegate', (views) => {
    const { getProviders } = views;
    views.getProviders = (wanted) => getProviders.call(views, wanted).filter(({ id }) => id !== 'task-detail-history');
    return views;
  }]);
}

// Tasklist's lists begin with what is due first, and its sorting says so: where its address asks for no order it would take
// the newest first.
function whatIsDueFirst() {
  if (app !== 'tasklist') return;
  const order = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
  custom.run(['$rootScope', '$location', ($rootScope, $location) => {
    $rootScope.$on('$locationChangeStart', () => {
      if ($location.path() === '/' && !$location.search().sorting) $location.search('sorting', order).replace();
    });
  }]);
}

// Dates outside the locale files: AngularJS' own formats and date picker, Cockpit's fixed format, the form viewer's picker.
function dates() {
  const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
  const days = [...'日一二三四五六'];

  custom.decorator('$locale', [
    '$delegate',
    ($locale) => {
      Object.assign($locale.DATETIME_FORMATS, {
        MONTH: months, STANDALONEMONTH: months, SHORTMONTH: months,
        DAY: days.map((day) => `星期${day}`), SHORTDAY: days, AMPMS: ['上午', '下午'],
      });
      return $locale;
    },
  ]);
  custom.run([
    '$injector',
    ($injector) => {
      const set = (name, values) => $injector.has(name) && Object.assign($injector.get(name), values);
      set('uibDatepickerConfig', { formatDayTitle: 'yyyy年M月', formatMonth: 'MMMM', startingDay: 1, showWeeks: false });
      set('uibDatepickerPopupConfig', { currentText: '今天', clearText: '清除', closeText: '完成' });
      set('uibTimepickerConfig', { showMeridian: false });
    },
  ]);
  if (app === 'cockpit') {
    custom.config(['camDateFormatProvider', (formats) => formats.setDateFormat('YYYY-MM-DD HH:mm:ss', 'normal')]);
  }
  window.flatpickr?.localize({
    weekdays: { shorthand: days, longhand: days.map((day) => `星期${day}`) },
    months: { shorthand: months, longhand: months },
    firstDayOfWeek: 1, rangeSeparator: ' 至 ', weekAbbreviation: '周', ordinal: () => '', time_24hr: true,
    scrollTitle: '滚动可增减', toggleTitle: '点击切换', yearAriaLabel: '年', monthAriaLabel: '月',
    hourAriaLabel: '时', minuteAriaLabel: '分',
  });
}

export default [];
