export { PermissionsPage } from './PermissionsPage';
export { PublishPage } from './publish/PublishPage';
