export { StoppedNote } from './StoppedNote';
