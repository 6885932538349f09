export { FormDesigner } from './FormDesigner';
