export { LiveProvider, useLiveRecord } from './LiveProvider';
