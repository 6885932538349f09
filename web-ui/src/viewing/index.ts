/* Looking at pages with the eyes of another member or of a role. Only the page's memory knows; a reload looks as oneself. */
export { PersonOrRole } from './PersonOrRole';
export { StartView } from './StartViewLater';
export { ViewBar } from './ViewBar';
export { useBeginView } from './useBeginView';
export { useRoles, useRoleTitle } from './people';
export { useSimulation, type Who } from './store';
