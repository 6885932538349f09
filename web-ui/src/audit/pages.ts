export { AuditPage } from './AuditPage';
export { EntryPage } from './EntryPage';
export { VerifyPage } from './VerifyPage';
