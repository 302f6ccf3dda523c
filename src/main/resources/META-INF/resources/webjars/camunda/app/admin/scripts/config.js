import whistle from '../../whistle/config.js';

export default whistle('系统管理');
