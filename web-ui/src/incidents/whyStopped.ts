import { findingText } from '../api';
import { i18n } from '../i18n';

/** Why a workflow does not go on, in the reader's words; what the engine could not name is called so. */
export function whyStopped(code: string): string {
  return code === 'internal' ? i18n.t('incidents.internal') : findingText({ code });
}
