export { WorkflowTimeline } from './WorkflowTimeline';
export { StatusChart } from './chart/StatusChart';
export { nodeTitle } from './node';
export { StatusMark } from './StatusMark';
