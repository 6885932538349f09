export { Composer } from './Composer';
export { Enclosing } from './Enclosing';
export { MentionBox } from './MentionBox';
export { Words } from './Words';
export { mentioned, NOTHING, pieces, SIGNS, type ChangeDraft, type Draft } from './mentions';
