// A part of the tab, with its heading and what stands there while loading, without content or after a failure.
import { Refused } from './api.js';
import { h } from './dom.js';

export const loading = (text = '正在加载…') => h('p', { className: 'whistle-loading' }, text);
export const empty = (text) => h('p', { className: 'whistle-empty' }, text);
export const alarm = (text) => h('p', { role: 'alert', className: 'whistle-error' }, text);

/** What to tell of an error; null where somebody only went on to another task. */
export function told(error) {
  if (error.name === 'AbortError') return null;
  if (error instanceof Refused) return error.message;
  console.error(error);
  return '页面出现错误，请刷新后重试。';
}

export function showFailure(place, error) {
  const text = told(error);
  if (text) place.replaceChildren(alarm(text));
}

/** Loads for itself, so that a section that fails leaves the others. */
export function section(title, load, ...below) {
  const content = h('div', { className: 'whistle-content' }, loading());
  const element = h('section', { 'aria-label': title },
    h('header', {}, h('h4', {}, title)), content, below);
  return {
    element,
    async reload() {
      try {
        content.replaceChildren(...[await load()].flat());
      } catch (error) {
        showFailure(content, error);
      }
    },
  };
}
