export { auditMessages } from './messages';
