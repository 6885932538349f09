import { designerMessages } from '../designer/messages';
import { designerPropertyMessages } from '../designer/propertyMessages';
import { designerPrivacyMessages } from '../designer/privacyMessages';
import { designerPublicMessages } from '../designer/publicMessages';
import { designerRuleMessages } from '../designer/ruleMessages';
import { flowDesignMessages } from '../flow-designer/messages';
import { flowPanelMessages } from '../flow-designer/panelMessages';
import { flowSettingMessages } from '../flow-designer/settingMessages';
import { gathered } from '../i18n';
import { permissionMessages } from '../permissions/messages';
import { publishMessages } from '../permissions/publish/messages';
import { definitionMessages } from '../studio/definitionMessages';

/** The words of the studio: loaded when it is first opened. */
export const designMessages = gathered([
  flowDesignMessages,
  flowPanelMessages,
  flowSettingMessages,
  definitionMessages,
  designerMessages,
  designerPrivacyMessages,
  designerPropertyMessages,
  designerRuleMessages,
  designerPublicMessages,
  permissionMessages,
  publishMessages,
]);
