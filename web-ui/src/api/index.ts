export * from './types';
export * from './problem';
export { ACTIONS, inOrder } from './actions';
export { lookAs } from './simulation';
export { call, callFile, callVersioned, path, whenSignedOut } from './client';
export * from './queries';
export { holdsRole } from './roles';
export { fileAddress, upload, type StoredFile } from './upload';
export { useDivisions, type Divisions } from './divisions';
