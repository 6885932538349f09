export { FlowPage } from './FlowPage';
export { FlowTab } from './FlowTab';
