export { useApprovalsChanged, useAskedAbout, useWaiting } from './approvals';
export { Approvers } from './Approvers';
