// The page 使用说明: how an officer works here, topic by topic, with pictures of the pages themselves.
import { h } from '../case/dom.js';
import { openFrame } from '../pages/frame.js';
import { TOPICS } from './topics.js';

/** Shows the page in this node; the answer closes it. */
export const openPage = (node) =>
  openFrame(node, { title: '使用说明', look: 'whistle-help', note: '图片为演示数据。' }, () => [contents(), ...TOPICS.map(topic)]);

/** The address leads to the page, so a topic is gone to by hand. */
const contents = () =>
  h('nav', { 'aria-label': '目录' },
    h('ul', {}, TOPICS.map(({ id, title }) =>
      h('li', {}, h('button', { type: 'button', className: 'whistle-link', on: { click: () => goTo(id) } }, title)))));

function goTo(id) {
  const heading = document.getElementById(`help-${id}`);
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

const topic = ({ id, title, words, picture, shows }) =>
  h('section', { 'aria-labelledby': `help-${id}` },
    h('h3', { id: `help-${id}`, tabIndex: -1 }, title),
    words.map((text) => h('p', {}, text)),
    picture && h('img', { src: new URL(`pictures/${picture}.png`, import.meta.url).href, alt: shows, loading: 'lazy' }));
