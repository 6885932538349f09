export { ReadRecord } from './ReadRecord';
export { EditField } from './EditField';
export { EditForm } from './EditForm';
export { useDraft, draftBody, draftErrors, problemErrors, type Draft, type FieldErrors } from './useDraft';
export { FormProblem } from './FormProblem';
export { useFirstError } from './useFirstError';
export { useOnce } from './useOnce';
export { useLatest } from './useLatest';
export { useLive } from './useLive';
