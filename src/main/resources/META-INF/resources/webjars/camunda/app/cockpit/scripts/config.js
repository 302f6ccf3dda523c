import whistle from '../../whistle/config.js';

export default whistle('流程监控', { customScripts: ['../tasklist/scripts/search/plugin', '../tasklist/scripts/board/plugin'] });
