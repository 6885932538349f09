export { WorkflowTimeline } from './WorkflowTimeline';
export { nodeTitle } from './node';
export { StatusMark } from './StatusMark';
