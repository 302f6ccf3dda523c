// The page's elements. Text goes in as text nodes only, so whatever people wrote is shown as they wrote it.

/** An element with properties, data-/aria- attributes, `on` listeners and children; empty children are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') Object.entries(value).forEach(([type, listener]) => element.addEventListener(type, listener));
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

/** Labels with their values; a fact without a value is left out. */
export const facts = (pairs, properties = {}) =>
  h('dl', { className: 'whistle-facts', ...properties },
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([label, value, wide]) =>
        h('div', { className: wide ? 'whistle-wide' : '' }, h('dt', {}, label), h('dd', {}, value))));

export const button = (label, onClick, properties = {}) =>
  h('button', { type: 'button', className: 'whistle-button', on: { click: onClick }, ...properties }, label);
