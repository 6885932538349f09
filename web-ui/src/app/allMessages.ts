import { approvalMessages } from '../approvals/messages';
import { askMessages } from '../ask/messages';
import { auditMessages } from '../audit/messages';
import { designerMessages } from '../designer/messages';
import { designerPropertyMessages } from '../designer/propertyMessages';
import { designerPrivacyMessages } from '../designer/privacyMessages';
import { designerRuleMessages } from '../designer/ruleMessages';
import { dashboardDesignMessages } from '../dashboards/edit/messages';
import { dashboardMessages } from '../dashboards/messages';
import { fieldMessages } from '../fields/allMessages';
import { figureMessages } from '../figures/messages';
import { flowDesignMessages } from '../flow-designer/messages';
import { flowPanelMessages } from '../flow-designer/panelMessages';
import { flowSettingMessages } from '../flow-designer/settingMessages';
import { formMessages } from '../form/messages';
import { incidentMessages } from '../incidents/messages';
import { migrationMessages } from '../migrations/messages';
import { webhookMessages } from '../webhooks/messages';
import { workingMessages } from '../calendar/messages';
import { LOCALES, type Locale, type Messages, type MessageTree } from '../i18n';
import { privacyMessages } from '../privacy/messages';
import { boardMessages } from '../records/board/messages';
import { bulkMessages } from '../records/bulk/messages';
import { conversionMessages } from '../records/conversion/messages';
import { printMessages } from '../records/print/messages';
import { commentMessages } from '../records/comments/messages';
import { calendarMessages } from '../records/calendar/messages';
import { exchangeMessages } from '../records/exchange/messages';
import { flowMessages } from '../records/flow/messages';
import { recordMessages } from '../records/messages';
import { shareMessages } from '../records/share/messages';
import { viewMessages } from '../records/views/messages';
import { permissionMessages } from '../permissions/messages';
import { publishMessages } from '../permissions/publish/messages';
import { viewingMessages } from '../viewing/messages';
import { notificationMessages } from '../notifications/messages';
import { studioMakingMessages } from '../studio/makingMessages';
import { studioMessages } from '../studio/messages';
import { definitionMessages } from '../studio/definitionMessages';
import { talkMessages } from '../talk/messages';
import { taskMessages } from '../tasks/messages';
import { actProblemMessages } from '../tasks/problemMessages';
import { automationProblemMessages } from '../workflow/automationMessages';
import { templateMessages } from '../templates/messages';
import { taskTimeMessages } from '../tasks/timeMessages';
import { chartMessages } from '../workflow/chart/messages';
import { workflowFindingMessages } from '../workflow/findingMessages';
import { workflowMessages } from '../workflow/messages';
import { appMessages } from './messages';
import { problemMessages } from './problemMessages';
import { versionMessages } from './versionMessages';

const parts: Messages[] = [
  appMessages,
  problemMessages,
  versionMessages,
  approvalMessages,
  askMessages,
  formMessages,
  workflowMessages,
  chartMessages,
  automationProblemMessages,
  webhookMessages,
  workingMessages,
  migrationMessages,
  workflowFindingMessages,
  flowDesignMessages,
  flowPanelMessages,
  flowSettingMessages,
  privacyMessages,
  recordMessages,
  flowMessages,
  exchangeMessages,
  bulkMessages,
  conversionMessages,
  printMessages,
  viewMessages,
  boardMessages,
  calendarMessages,
  commentMessages,
  talkMessages,
  shareMessages,
  taskMessages,
  incidentMessages,
  figureMessages,
  taskTimeMessages,
  actProblemMessages,
  auditMessages,
  dashboardMessages,
  dashboardDesignMessages,
  notificationMessages,
  templateMessages,
  studioMessages,
  studioMakingMessages,
  definitionMessages,
  designerMessages,
  designerPrivacyMessages,
  designerPropertyMessages,
  designerRuleMessages,
  permissionMessages,
  publishMessages,
  viewingMessages,
  ...fieldMessages,
];

/**
 * Every word of the product, gathered from the folders that own them. Imported past their front doors on purpose:
 * the first page must not load every feature for its words.
 */
export const messages = Object.fromEntries(
  LOCALES.map((locale) => [locale, parts.reduce<MessageTree>((all, part) => merge(all, part[locale]), {})]),
) as Record<Locale, MessageTree>;

function merge(left: MessageTree, right: MessageTree): MessageTree {
  const result = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const present = result[key];
    result[key] = typeof present === 'object' && typeof value === 'object' ? merge(present, value) : value;
  }
  return result;
}
