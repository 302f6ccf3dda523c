import whistle from '../../whistle/config.js';

export default whistle('流程监控');
