export { DelegationsPage } from './DelegationsPage';
export { InboxPage } from './InboxPage';
export { TaskPage } from './TaskPage';
