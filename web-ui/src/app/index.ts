export { App } from './App';
export { messages } from './allMessages';
