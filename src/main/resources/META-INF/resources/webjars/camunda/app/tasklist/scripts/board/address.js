// What the board is asked stands in the address, so that a copied link shows the same and the way back leads to it.

/** What a board is narrowed by; the rest of the address says which figure's list is open. */
const FILTERS = ['from', 'to', 'unit', 'procedure'];
const LIST = ['figure', 'of', 'item'];

const query = () => new URLSearchParams(location.hash.split('?')[1] ?? '');
const taken = (from, names) => Object.fromEntries(names.map((it) => [it, from.get(it)?.trim()]).filter(([, value]) => value));

/** The filters of the address. */
export const narrowed = () => taken(query(), FILTERS);

/** The figure whose list is open, or null. */
export function opened() {
  const list = taken(query(), LIST);
  return list.figure ? list : null;
}

/** The address of a board, or of a figure's list on it. */
export function address(filters, list = {}) {
  const asked = new URLSearchParams({ ...filters, ...list }).toString();
  return asked ? `#/board?${asked}` : '#/board';
}
