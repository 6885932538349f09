export { RecordListPage } from './list/RecordListPage';
export { RecordPage } from './page/RecordPage';
export { NewRecordPage } from './page/NewRecordPage';
export { RecordBinPage } from './list/RecordBinPage';
