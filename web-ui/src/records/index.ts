export { recordMessages } from './messages';
