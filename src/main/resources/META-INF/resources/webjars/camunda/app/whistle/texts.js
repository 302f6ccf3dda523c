// English that the webapps print without asking their locale files: the form viewer, decision tables, the filter dialog,
// tooltips of diagrams, names of the engine. None of these has a hook for translations that a plugin could reach, so the
// page is watched and a text that is exactly one of these is replaced. Anything else stays as it is.

const texts = {
  // form viewer
  'Select': '请选择',
  'Search': '搜索',
  'No results': '没有匹配项',
  'All values selected': '已全部选中',
  'Skip to search': '跳到搜索框',
  'Remove tag': '移除',
  'Increment': '增加',
  'Decrement': '减少',
  'Nothing to show.': '没有内容。',
  'No content to show.': '没有内容。',
  "External content couldn't be loaded.": '无法加载外部内容。',
  'This is an image placeholder': '图片',
  'Previous page': '上一页',
  'Next page': '下一页',
  'of': '/',
  'Click to remove sorting': '点击取消排序',
  'Add new': '添加',
  'Collapse': '收起',
  'mm/dd/yyyy': '月/日/年',
  'yyyy/mm/dd': '年/月/日',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  'Field is required.': '必填。',
  'Field must be a valid email.': '请填写正确的电子邮箱。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': '请填写带国家代码的电话号码，例如 +8613800000000。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  'Date and time must both be entered.': '日期和时间都要填写。',

  // all applications
  'Close': '关闭',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复大小',
  'previous': '上一个', 'next': '下一个',
  'HH': '时', 'MM': '分',
  'no diagram to display': '模型中没有图形',
  'Toggle this section': '展开或收起',
  'Select all': '全选',
  'Unselect all': '取消全选',
  'Actions': '操作',
  'Upload': '上传',
  'Download': '下载',
  'null': '无',
  'String': '文本', 'Boolean': '布尔值', 'Short': '短整数', 'Integer': '整数', 'Long': '长整数', 'Double': '双精度小数',
  'Date': '日期', 'File': '文件', 'Bytes': '字节', 'Object': '对象', 'Null': '空值',
  'Jonny': '如：小明', 'Prosciutto': '如：王', 'j.prosciutto@acme.org': '如：name@example.com',

  // Tasklist: filter dialog
  'Unfiltered Tasks': '不加条件，列出全部任务',
  'Process Instance': '流程实例', 'Process definition': '流程定义', 'Case Instance': '案例实例', 'Case definition': '案例定义',
  'Other': '其他', 'User / Group': '用户 / 用户组', 'Task': '任务', 'Dates': '日期',
  'Business Key': '案件编号', 'Business Key Like': '案件编号包含',
  'Key': '标识', 'Key In': '标识属于', 'Name': '名称', 'Name Like': '名称包含',
  'Active': '未挂起', 'Activity Instance ID In': '活动实例 ID 属于', 'Execution ID': '执行 ID',
  'Assignee': '办理人', 'Assignee in': '办理人属于', 'Assignee Like': '办理人包含', 'Owner': '责任人',
  'Candidate Group': '候选组', 'Candidate Groups': '候选组属于', 'Candidate User': '候选人', 'Involved User': '参与人',
  'Assigned': '已有办理人', 'Unassigned': '尚无办理人', 'Delegation State': '委派状态',
  'Definition Key': '任务定义标识', 'Definition Key In': '任务定义标识属于', 'Definition Key Like': '任务定义标识包含',
  'Description': '说明', 'Description Like': '说明包含',
  'Priority': '优先级', 'Priority Max': '优先级不高于', 'Priority Min': '优先级不低于',
  'Tenant ID In': '租户 ID 属于', 'Without Tenant ID': '无租户', 'Without Due Date': '无截止时间',
  'Created Before': '创建早于', 'Created After': '创建晚于', 'Due Before': '截止早于', 'Due After': '截止晚于',
  'Follow Up After': '跟进晚于', 'Follow Up Before': '跟进早于', 'Follow Up Before or Not Existent': '跟进早于，或无跟进时间',
  'Only a value is allowed': '只能填写值',
  'E.g.: `${ now() }`, `${ dateTime() }` or `${ dateTime().plusWeeks(2) }`': '例如：`${now()}`',
  'E.g.: `${ currentUser() }`': '例如：`${currentUser()}`',
  'List of values seperated by comma. E.g.: `keyC, keyA, keyB`': '多个值用英文逗号隔开，例如：`keyC, keyA, keyB`',
  'List of values separated by comma or an expression which evaluates to a list. E.g.: `camunda-admin, accounting` or `${ currentUserGroups() }`':
    '多个值用英文逗号隔开，或使用结果为列表的表达式，例如：`${currentUserGroups()}`',

  // Tasklist: operations in a task's history that its locale file does not name
  'SetName': '设置名称', 'SetDescription': '设置说明', 'SetDueDate': '设置截止时间', 'SetFollowUpDate': '设置跟进时间',
  'SetVariable': '设置变量', 'SetVariables': '设置变量', 'ModifyVariable': '修改变量', 'RemoveVariable': '删除变量',
  'UpdateComment': '修改备注', 'DeleteComment': '删除备注',

  // Cockpit: incidents and batches
  'Failed Job': '作业失败', 'failedJob': '作业失败', 'failedExternalTask': '外部任务失败',
  'Suspended Job Definition': '已挂起的作业定义',
  'Invalid Date Value.': '日期无效。',
  'Message is null.': '没有错误信息。',
  'Error': '出错',
  'This process definition has no job definitions associated with. The job priority cannot be overridden.':
    '该流程定义没有作业定义，不能修改作业优先级。',
  'instance-migration': '迁移流程实例', 'instance-modification': '修改流程实例', 'instance-restart': '重启流程实例',
  'instance-deletion': '删除流程实例', 'instance-update-suspension-state': '挂起或激活流程实例',
  'historic-instance-deletion': '删除历史流程实例', 'historic-decision-instance-deletion': '删除历史决策实例',
  'set-job-retries': '设置作业重试次数', 'set-external-task-retries': '设置外部任务重试次数',
  'process-set-removal-time': '设置流程实例的清除时间', 'decision-set-removal-time': '设置决策实例的清除时间',
  'batch-set-removal-time': '设置批处理的清除时间', 'set-variables': '设置变量', 'correlate-message': '关联消息',

  // decision tables
  'View DRD': '查看需求图',
  'Hit policy:': '命中策略：',
  'When': '条件', 'And': '并且', 'Then': '结果', 'Annotations': '说明',
  'Input type': '输入类型', 'Input values': '输入可选值',
  'Output label': '输出名称', 'Output name': '输出变量', 'Output type': '输出类型', 'Output values': '输出可选值',
  'string': '文本', 'boolean': '布尔值', 'integer': '整数', 'long': '长整数', 'double': '双精度小数', 'date': '日期',
  'Unique': '唯一', 'First': '首个', 'Any': '任一', 'Collect': '汇集', 'Rule order': '按规则顺序', 'Output order': '按输出顺序',
  'Collect (Sum)': '汇集（求和）', 'Collect (Min)': '汇集（最小值）', 'Collect (Max)': '汇集（最大值）', 'Collect (Count)': '汇集（计数）',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，最多命中一条',
  'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，取命中的第一条',
  'Rules may overlap. The one with the highest priority will be chosen': '规则可以重叠，取优先级最高的一条',
  'Rules may overlap. Their output have to match': '规则可以重叠，但结果必须相同',
  'Collects the values of all matching rules': '汇集所有命中规则的结果',
  'Collects the values of all matching rules and sums up to a single value': '汇集所有命中规则的结果并求和',
  'Collects the values of all matching rules and uses the lowest value': '汇集所有命中规则的结果，取最小值',
  'Collects the values of all matching rules and uses the highest value': '汇集所有命中规则的结果，取最大值',
  'Collects the values of all matching rules and counts the number of them': '汇集所有命中规则的结果并计数',
  'Collects the values of all matching rules in rule order': '按规则顺序汇集所有命中规则的结果',
  'Collects the values of all matching rules in decreasing output priority order': '按输出优先级汇集所有命中规则的结果',
};

// The engine's names of permissions and resources, as Admin lists them and as a refusal gives them.
const engineNames = {
  ALL: '全部', NONE: '无', READ: '查看', UPDATE: '修改', CREATE: '新建', DELETE: '删除', ACCESS: '使用', SET: '设置', EDIT: '编辑', SHARE: '共享',
  READ_TASK: '查看任务', UPDATE_TASK: '修改任务', TASK_WORK: '办理任务', TASK_ASSIGN: '指派任务',
  CREATE_INSTANCE: '新建实例', READ_INSTANCE: '查看实例', UPDATE_INSTANCE: '修改实例', DELETE_INSTANCE: '删除实例', MIGRATE_INSTANCE: '迁移实例',
  READ_HISTORY: '查看历史', UPDATE_HISTORY: '修改历史', DELETE_HISTORY: '删除历史',
  RETRY_JOB: '重试作业', SUSPEND: '挂起', SUSPEND_INSTANCE: '挂起实例',
  READ_VARIABLE: '查看变量', UPDATE_VARIABLE: '修改变量', READ_INSTANCE_VARIABLE: '查看实例变量', UPDATE_INSTANCE_VARIABLE: '修改实例变量',
  READ_TASK_VARIABLE: '查看任务变量', UPDATE_TASK_VARIABLE: '修改任务变量', READ_HISTORY_VARIABLE: '查看历史变量',
  CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: '批量迁移流程实例', CREATE_BATCH_MODIFY_PROCESS_INSTANCES: '批量修改流程实例',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: '批量重启流程实例', CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: '批量删除运行中的流程实例',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: '批量删除已结束的流程实例', CREATE_BATCH_DELETE_DECISION_INSTANCES: '批量删除决策实例',
  CREATE_BATCH_SET_JOB_RETRIES: '批量设置作业重试次数', CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: '批量设置外部任务重试次数',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: '批量挂起或激活流程实例', CREATE_BATCH_SET_REMOVAL_TIME: '批量设置清除时间',
  CREATE_BATCH_SET_VARIABLES: '批量设置变量', CREATE_BATCH_CORRELATE_MESSAGE: '批量关联消息',
  APPLICATION: '应用', USER: '用户', GROUP: '用户组', GROUPMEMBERSHIP: '用户组成员', AUTHORIZATION: '权限', FILTER: '筛选器',
  PROCESSDEFINITION: '流程定义', PROCESSINSTANCE: '流程实例', TASK: '任务', DEPLOYMENT: '部署', DECISIONDEFINITION: '决策定义',
  DECISIONREQUIREMENTSDEFINITION: '决策需求定义', TENANT: '租户', TENANTMEMBERSHIP: '租户成员', BATCH: '批处理',
  WORKFLOW: '业务', HISTORICTASK: '历史任务', HISTORICPROCESSINSTANCE: '历史流程实例', SYSTEM: '系统',
};
const named = (list) =>
  list.replace(/'?([A-Za-z_]+(?: membership)?)'?/g, (all, name) => {
    const key = name.replace(' ', '').toUpperCase();
    return engineNames[key] ?? engineNames[key.replace(/S$/, '')] ?? all;
  });

// "The user with id 'a' does not have 'CREATE' permission on resource 'Task'", and longer ones with several alternatives.
const refused = (message) =>
  `您没有此项权限：${[...message.matchAll(/'(\w+)' permission on resource '([^']+)'(?: of type '([^']+)')?/g)]
    .map(([, permission, resource, type]) => named(permission) + (type ? `${named(type)} ${resource}` : named(resource)))
    .join('，或')}。`;

const patterns = [
  [/^Field must match pattern (.+)\.$/, '格式不正确。'],
  [/^Field must have minimum value of (.+)\.$/, '不得小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不得大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '请填写有效的值，最接近的是 $1 和 $2。'],
  [/^Click to sort by (.+) (?:de|a)scending$/, '点击按$1排序'],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '移除第 $1 项'],
  [/^Decision name: /, '决策名称：'],
  [/^Input label: /, '输入名称：'],
  [/^Input expression: /, '输入表达式：'],
  [/^(您没有(?:以下)?权限：)(.+)$/, (all, head, list) => head + named(list)],
  [/^The user with id '.*' does not have .+ permission on resource .+$/s, refused],
  [/^[A-Z]+(?:_[A-Z]+)*(?:, [A-Z]+(?:_[A-Z]+)*)*$/, named],
  // The filter dialog marks criteria that take expressions.
  [/^(.+?)\s+\*$/s, (all, criterion) => `${texts[criterion] ?? criterion} *`],
];

function translated(text) {
  const core = text.trim();
  if (!/[A-Za-z]/.test(core)) return text;
  if (Object.hasOwn(texts, core)) return text.replace(core, () => texts[core]);
  const [pattern, replacement] = patterns.find(([regex]) => regex.test(core)) ?? [];
  return pattern ? text.replace(core, () => core.replace(pattern, replacement)) : text;
}

const attributes = ['title', 'placeholder', 'aria-label', 'label'];
// What people wrote, source code, and options whose text is also their value.
const foreign = 'script, style, pre, code, textarea, [contenteditable], .djs-container, option:not([value])';

function translateTree(node) {
  if (node.nodeType === Node.TEXT_NODE) return translateText(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let each = node; each; each = walker.nextNode()) {
    if (each.nodeType === Node.TEXT_NODE) translateText(each);
    else attributes.forEach((name) => translateAttribute(each, name));
  }
}

function translateText(node) {
  const text = translated(node.nodeValue);
  if (text !== node.nodeValue && !node.parentElement?.closest(foreign)) node.nodeValue = text;
}

function translateAttribute(element, name) {
  const value = element.getAttribute(name);
  if (!value) return;
  const text = translated(value);
  if (text !== value) element.setAttribute(name, text);
}

export function translatePage() {
  new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === 'childList') addedNodes.forEach(translateTree);
      else if (type === 'characterData') translateText(target);
      else translateAttribute(target, attributeName);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  translateTree(document.body);
}
