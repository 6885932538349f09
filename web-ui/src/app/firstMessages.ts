import { administrationNavMessages } from '../administration/navMessages';
import { approvalMessages } from '../approvals/messages';
import { incidentMessages } from '../incidents/messages';
import { webhookMessages } from '../webhooks/messages';
import { workingMessages } from '../calendar/messages';
import { migrationMessages } from '../migrations/messages';
import { askMessages } from '../ask/messages';
import { dashboardMessages } from '../dashboards/messages';
import { figureMessages } from '../figures/messages';
import { helpMessages } from '../help/messages';
import { gathered } from '../i18n';
import { notificationMessages } from '../notifications/messages';
import { studioMakingMessages } from '../studio/makingMessages';
import { studioMessages } from '../studio/messages';
import { templateMessages } from '../templates/messages';
import { viewingMessages } from '../viewing/messages';
import { appMessages } from './messages';
import { problemMessages } from './problemMessages';
import { versionMessages } from './versionMessages';

/**
 * The words of what every page has and of the first page: frame with the ways it offers, sign-in, home, what goes wrong. They are in the bundle that is
 * loaded before anything shows, so a feature's words belong elsewhere.
 */
export const firstMessages = gathered([
  appMessages,
  helpMessages,
  administrationNavMessages,
  problemMessages,
  versionMessages,
  askMessages,
  figureMessages,
  dashboardMessages,
  notificationMessages,
  studioMessages,
  studioMakingMessages,
  viewingMessages,
  templateMessages,
  approvalMessages,
  incidentMessages,
  webhookMessages,
  workingMessages,
  migrationMessages,
]);
