export { DashboardLinks } from './DashboardLinks';
export { dashboardPage, dashboardsPath } from './useDashboard';
