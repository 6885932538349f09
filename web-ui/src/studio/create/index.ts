export { NewApp } from './NewApp';
export { NewForm } from './NewForm';
