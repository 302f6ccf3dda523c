// Our interface under the web app's own login: same origin, its session, its token for writes.

// This file is served as <context>/camunda/app/tasklist/scripts/case/api.js.
const root = new URL('../../../../../api/', import.meta.url);

export const url = (...path) => new URL(path.map(encodeURIComponent).join('/'), root).href;

/** What was refused, in the words of the server's problem JSON, which comes along where there was an answer. */
export class Refused extends Error {
  constructor(text, problem) {
    super(text);
    this.problem = problem;
  }
}

export async function get(address, signal) {
  return answer(await reach(address, { signal }));
}

/** What is no JSON, as it stands. */
export async function getText(address, signal) {
  const response = await reach(address, { signal, headers: { Accept: 'application/xml, text/html, application/problem+json' } });
  if (!response.ok) throw refusal(response.status, await response.json().catch(() => null));
  return response.text();
}

/** @param key tells this act from another, so that it is done once however often it is sent */
export async function post(address, signal, { json, key } = {}) {
  const headers = {
    ...token(), ...(json && { 'Content-Type': 'application/json' }), ...(key && { 'Idempotency-Key': key }),
  };
  return answer(await reach(address, { method: 'POST', headers, body: json && JSON.stringify(json), signal }));
}

/** A file with its name, which the answer says. @param json what is asked, where it is not to stand in the address */
export async function file(address, signal, json) {
  const response = await reach(address, json
    ? { signal, method: 'POST', headers: { ...token(), Accept: '*/*', 'Content-Type': 'application/json' }, body: JSON.stringify(json) }
    : { signal, headers: { Accept: '*/*' } });
  if (!response.ok) throw refusal(response.status, await response.json().catch(() => null));
  const [, name] = /filename\*=UTF-8''([^;]*)/i.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { content: await response.blob(), name: name ? decodeURIComponent(name) : 'file' };
}

/** Sends one file; XMLHttpRequest, because fetch tells nothing of how far an upload has come. */
export function upload(address, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.open('POST', address);
    Object.entries({ ...language, ...token() }).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 400 ? resolve(request.response) : reject(refusal(request.status, request.response));
    request.onerror = () => reject(new Refused('与服务器的连接中断，文件没有上传成功，请重试。'));
    request.onabort = () => reject(new DOMException('left the page', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', stop);
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

const language = { 'Accept-Language': 'zh', Accept: 'application/json' };

// Read each time: the token changes with every login.
const token = () => ({ 'X-XSRF-TOKEN': document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? '' });

async function reach(address, { headers, ...options }) {
  try {
    return await fetch(address, { ...options, headers: { ...language, ...headers } });
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Refused('暂时连接不上服务器，请稍后重试。');
  }
}

async function answer(response) {
  const body = await response.json().catch((error) => {
    if (error.name === 'AbortError') throw error; // left while the answer was still coming in
    return null;
  });
  if (!response.ok) throw refusal(response.status, body);
  return body;
}

function refusal(status, problem) {
  const told = problem?.errors?.map(({ message }) => message).filter(Boolean).join('；');
  return new Refused(told || problem?.detail || `服务器未能完成此项操作（${status}），请稍后重试。`, problem);
}

/** A key for an act. Offices come by plain HTTP too, where crypto.randomUUID is missing. */
export const random = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
