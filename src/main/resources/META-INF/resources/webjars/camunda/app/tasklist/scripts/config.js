import whistle from '../../whistle/config.js';

export default whistle('任务办理', {
  customScripts: ['scripts/case/plugin', 'scripts/desk/plugin', 'scripts/handover/plugin', 'scripts/pages/plugin', 'scripts/search/plugin'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '领取当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个筛选器' },
    focusList: { key: 'ctrl+alt+l', description: '转到任务列表的第一个任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个输入框' },
    searchCases: { key: 'ctrl+alt+s', description: '查找案件（不在输入时也可按 / 键）' },
    startProcess: { key: 'ctrl+alt+p', description: '打开“启动流程”窗口' },
  },
});
