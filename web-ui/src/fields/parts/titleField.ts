import { isProtected, type FormDefinition } from '../../schema';

/** The field whose value names a record: what the form says, else its first open text. */
export function titleField(form: FormDefinition): string | undefined {
  if (form.displayedBy) return form.displayedBy;
  const open = form.fields.filter((candidate) => !isProtected(candidate));
  return (open.find((candidate) => candidate.type === 'text') ?? open[0])?.key;
}
