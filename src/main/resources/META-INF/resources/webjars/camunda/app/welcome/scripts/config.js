import whistle from '../../whistle/config.js';

// Without links of our own the page would offer Camunda's manual in English.
export default whistle('首页', { links: [] });
