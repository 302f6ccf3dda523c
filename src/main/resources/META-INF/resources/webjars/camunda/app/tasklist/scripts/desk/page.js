// The page 移交与代办: many tasks are handed over at once, and who stands in for whom is registered.
import { openFrame } from '../pages/frame.js';
import { covers } from './covers.js';
import { tasks } from './tasks.js';

const NOTE = '任务由办理人或者本单位负责人移交；移交其他单位，由两个单位共同的上级单位负责人办理。原因记入每一案件的办理经过。';

/** Shows the page in this node; the answer closes it: requests end, timers and listeners go. */
export const openPage = (node) =>
  openFrame(node, { title: '移交与代办', look: 'whistle-desk', note: NOTE }, (frame) => {
    const list = tasks(frame);
    const register = covers({ ...frame, changed: list.reload });
    list.reload();
    register.reload();
    return [list.element, register.element];
  });
