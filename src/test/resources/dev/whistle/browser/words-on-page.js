// All that a person can read on the page, or hear from a screen reader: [where, text].
() => {
  // What people wrote, source, diagrams.
  const foreign = 'script, style, noscript, pre, code, textarea, .djs-container, [contenteditable]';
  const spoken = ['title', 'placeholder', 'aria-label', 'label', 'alt'];
  const buttons = ['button', 'submit', 'reset'];

  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const name = ({ localName, id, classList }) =>
    localName + (/\d/.test(id) ? '' : id && `#${id}`) +
    [...classList].filter((it) => !it.startsWith('ng-')).slice(0, 2).map((it) => `.${it}`).join('');
  const where = (element) => `${element.parentElement ? `${name(element.parentElement)} > ` : ''}${name(element)}`;

  const words = [['title', document.title]];
  const add = (place, text) => text?.trim() && words.push([place, text.trim().replace(/\s+/g, ' ')]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    const text = node.nodeType === Node.TEXT_NODE;
    const element = text ? node.parentElement : node;
    if (element.closest(foreign) || !visible(element)) continue;
    if (text) {
      add(where(element), node.nodeValue);
    } else {
      spoken.forEach((attribute) => add(`${where(element)}[${attribute}]`, element.getAttribute(attribute)));
      if (element.matches('input') && buttons.includes(element.type)) add(where(element), element.value);
    }
  }
  return words;
}
