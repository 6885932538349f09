export { InboxPage } from './InboxPage';
export { TaskPage } from './TaskPage';
