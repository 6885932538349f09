import { designMessages } from '../app/designMessages';
import { firstMessages } from '../app/firstMessages';
import { workMessages } from '../app/workMessages';
import { gathered } from '../i18n';

/** Every word of the product; pages load theirs when they are opened (`app/words.ts`). */
export const messages = gathered([firstMessages, workMessages, designMessages]);
