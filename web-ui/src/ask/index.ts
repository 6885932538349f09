export { AskAdmin } from './AskAdmin';
export { LoadFailure } from './LoadFailure';
