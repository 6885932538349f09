export { WorkflowTimeline } from './WorkflowTimeline';
export { StatusChart } from './chart/StatusChart';
export { mustChoose, NextPeople, type NextStep } from './NextPeople';
export { nodeTitle } from './node';
export { StatusMark } from './StatusMark';
