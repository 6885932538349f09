export { DashboardPage } from './DashboardPage';
export { DashboardDesignPage } from './edit/DashboardDesignPage';
export { NewDashboardPage } from './edit/NewDashboardPage';
