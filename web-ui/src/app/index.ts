export { App } from './App';
export { firstMessages } from './firstMessages';
