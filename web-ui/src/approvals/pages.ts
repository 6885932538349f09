export { ApprovalPage, ApprovalsPage } from './ApprovalsPage';
