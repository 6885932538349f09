export * from './types';
export * from './problem';
export { call, path, whenSignedOut } from './client';
export * from './queries';
export { useDivisions, type Divisions } from './divisions';
