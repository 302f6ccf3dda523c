// Placeholder: the case tab and the case card of the task list come here.
export default [];
