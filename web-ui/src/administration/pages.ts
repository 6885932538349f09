export { ClientsPage } from './clients/ClientsPage';
export { HealthPage } from './health/HealthPage';
export { JobsPage } from './jobs/JobsPage';
export { KeysPage } from './keys/KeysPage';
export { MemberPage } from './people/MemberPage';
export { MembersPage } from './people/MembersPage';
export { RolesPage } from './people/RolesPage';
export { SettingsPage } from './settings/SettingsPage';
