export { taskMessages } from './messages';
