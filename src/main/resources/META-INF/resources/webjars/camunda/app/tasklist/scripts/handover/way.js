// From a task to the list of its case.
import { get, url } from '../case/api.js';

export async function goFromTask(taskId) {
  const { caseNo } = await get(url('tasks', taskId));
  location.hash = `#/handover/${caseNo}`;
}
