// The page 联系制度: who in office keeps in touch with which street, community, compound and building, and who did before.
import { openFrame } from '../pages/frame.js';
import { entering } from './entering.js';
import { register } from './register.js';

const NOTE = '区领导联系镇街、镇街干部联系社区、政府部门联系小区、社区干部联系楼栋。不再联系的登记结束，记录保留；不登记电话号码。';

/** Shows the page in this node; the answer closes it: requests end, timers and listeners go. */
export const openPage = (node) =>
  openFrame(node, { title: '联系制度', note: NOTE }, ({ signal, say }) => {
    const list = register({ signal, say });
    const form = entering({ signal, say, entered: list.reload });
    form.reload();
    list.reload();
    return [form.element, list.element];
  });
