export * from './types';
export * from './problem';
export { call, callFile, path, whenSignedOut } from './client';
export * from './queries';
export { fileAddress, upload, type StoredFile } from './upload';
export { useDivisions, type Divisions } from './divisions';
