// On an instance in Cockpit: the case it belongs to, as Tasklist's tab shows it, in short.
import { get } from '../case/api.js';
import { openShort } from '../case/short.js';

/** @param engine where Cockpit reaches the engine; the answer closes the tab */
export const openInstance = (node, instance, engine) =>
  openShort(node, async (signal) => (await get(`${engine}/process-instance/${encodeURIComponent(instance)}`, signal)).businessKey);
