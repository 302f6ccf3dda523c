// What was typed, on its way from the field to the page. It stands in the address, so that the way back from a case leads
// to what was found; a phone number does not, because addresses are kept in the browser's history.

let unwritten = null;

/** Digits enough for a phone number, however they are set apart, and no case number. */
const isPhone = (text) => /^\+?[\d\s()#转-]{7,}$/.test(text) && text.replace(/\D/g, '').length >= 7;

export function ask(text) {
  const hidden = isPhone(text);
  unwritten = hidden ? text : null;
  const address = hidden ? '#/search' : `#/search?q=${encodeURIComponent(text)}`;
  if (location.hash === address) window.dispatchEvent(new CustomEvent('whistle-asked'));
  else location.hash = address;
}

export function asked() {
  return unwritten ?? new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') ?? '';
}
