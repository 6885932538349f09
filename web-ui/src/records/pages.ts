export { RecordListPage } from './list/RecordListPage';
export { RecordPage } from './page/RecordPage';
export { NewRecordPage } from './page/NewRecordPage';
