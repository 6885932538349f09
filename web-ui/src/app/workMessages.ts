import { auditActMessages } from '../audit/actMessages';
import { clientMessages } from '../administration/clientMessages';
import { houseMessages } from '../administration/houseMessages';
import { administrationMessages } from '../administration/messages';
import { auditMessages } from '../audit/messages';
import { deskMessages } from '../desk/messages';
import { deskPeopleMessages } from '../desk/people/messages';
import { deskStandingMessages } from '../desk/people/standingMessages';
import { deskReportMessages } from '../desk/report/messages';
import { deskRequestActMessages } from '../desk/requests/actMessages';
import { deskRequestMessages } from '../desk/requests/messages';
import { deskRequestWorkMessages } from '../desk/requests/workMessages';
import { deskTermsMessages } from '../desk/requests/terms/messages';
import { dashboardDesignMessages } from '../dashboards/edit/messages';
import { fieldMessages } from '../fields/allMessages';
import { formMessages } from '../form/messages';
import { gathered, type Messages } from '../i18n';
import { privacyMessages } from '../privacy/messages';
import { boardMessages } from '../records/board/messages';
import { bulkMessages } from '../records/bulk/messages';
import { conversionMessages } from '../records/conversion/messages';
import { printMessages } from '../records/print/messages';
import { commentMessages } from '../records/comments/messages';
import { calendarMessages } from '../records/calendar/messages';
import { exchangeMessages } from '../records/exchange/messages';
import { exchangeProblemMessages } from '../records/exchange/problemMessages';
import { filterMessages } from '../records/filter/messages';
import { flowMessages } from '../records/flow/messages';
import { recordMessages } from '../records/messages';
import { relatedMessages } from '../records/related/messages';
import { shareMessages } from '../records/share/messages';
import { cellMessages } from '../records/cell/messages';
import { columnMessages } from '../records/columns/messages';
import { tableMessages } from '../records/table/messages';
import { viewMessages } from '../records/views/messages';
import { talkMessages } from '../talk/messages';
import { taskMessages } from '../tasks/messages';
import { actProblemMessages } from '../tasks/problemMessages';
import { automationProblemMessages } from '../workflow/automationMessages';
import { taskTimeMessages } from '../tasks/timeMessages';
import { chartMessages } from '../workflow/chart/messages';
import { workflowFindingMessages } from '../workflow/findingMessages';
import { workflowMessages } from '../workflow/messages';
import { visitorMessages } from '../visitor/messages';
import { profileMessages } from './profile/messages';

const parts: Messages[] = [
  administrationMessages,
  houseMessages,
  clientMessages,
  profileMessages,
  formMessages,
  workflowMessages,
  chartMessages,
  automationProblemMessages,
  workflowFindingMessages,
  privacyMessages,
  recordMessages,
  filterMessages,
  relatedMessages,
  flowMessages,
  exchangeMessages,
  exchangeProblemMessages,
  bulkMessages,
  conversionMessages,
  printMessages,
  cellMessages,
  columnMessages,
  tableMessages,
  viewMessages,
  boardMessages,
  calendarMessages,
  commentMessages,
  talkMessages,
  shareMessages,
  taskMessages,
  taskTimeMessages,
  actProblemMessages,
  auditMessages,
  auditActMessages,
  deskMessages,
  deskPeopleMessages,
  deskStandingMessages,
  deskReportMessages,
  deskRequestActMessages,
  deskRequestMessages,
  deskRequestWorkMessages,
  deskTermsMessages,
  dashboardDesignMessages,
  visitorMessages,
  ...fieldMessages,
];

/**
 * The words of the pages of daily work, loaded with the first of these pages. Gathered past the front doors of the folders that
 * own them on purpose: words must not bring their features along.
 */
export const workMessages = gathered(parts);
