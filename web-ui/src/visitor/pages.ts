export { PublicFormPage } from './PublicFormPage';
