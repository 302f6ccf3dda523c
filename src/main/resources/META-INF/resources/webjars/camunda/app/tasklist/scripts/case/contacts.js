// Who in office keeps in touch with the place of the case on the day (JJ.9).
import { get } from './api.js';
import { h } from './dom.js';
import { section } from './section.js';
import { date } from './words.js';

/** More than these cadres of single buildings would bury the others. */
const FEW = 3;

export function contacts({ of, signal }) {
  const { element, reload } = section('联系人', async () => {
    const { on, contacts: found } = await get(of('contacts'), signal);
    element.hidden = found.length === 0;
    const ofBuildings = found.filter(({ building }) => building);
    const others = found.filter(({ building }) => !building);
    return [
      h('p', { className: 'whistle-aside' }, `${date(on)}的联系人`),
      h('ul', { className: 'whistle-list whistle-contacts' }, [...others, ...(ofBuildings.length > FEW ? [] : ofBuildings)].map(row)),
      ofBuildings.length > FEW && h('details', {},
        h('summary', {}, `社区干部联系楼栋 ${ofBuildings.length} 人`),
        h('ul', { className: 'whistle-list whistle-contacts' }, ofBuildings.map(row))),
    ].filter(Boolean);
  });
  element.hidden = true; // a place may have none, and a case no place
  return {
    element,
    async reload() {
      await reload();
      if (element.querySelector('.whistle-error')) element.hidden = false;
    },
  };
}

const row = ({ kindName, targetName, building, unitName, person, duty, since }) =>
  h('li', {},
    h('span', { className: 'whistle-tag' }, kindName),
    h('span', {}, [targetName, building].filter(Boolean).join(' ')),
    h('span', { className: 'whistle-name' }, person),
    h('span', {}, `${unitName} ${duty}`),
    h('span', { className: 'whistle-aside' }, `${date(since)}起`));
