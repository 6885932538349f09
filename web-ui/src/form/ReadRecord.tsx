import type { Access, RecordData } from '../api';
import { isEmpty, type FieldContext } from '../fields';
import { computeLive, type FormDefinition } from '../schema';
import { ReadField } from './ReadField';
import { Sections } from './Sections';

interface Props {
  form: FormDefinition;
  data: RecordData;
  access: Record<string, Access>;
  context: FieldContext;
  /** Fields of a former version that are no longer in the form. */
  gone?: ReadonlySet<string> | undefined;
}

/** A record being read. Fields this reader does not know are absent; an empty field that a rule hides is left out. */
export function ReadRecord({ form, data, access, context, gone }: Props) {
  const live = computeLive(form, data, null);
  const shown = new Set(
    form.fields
      .filter((field) => field.key in data || field.key in access || gone?.has(field.key))
      .filter((field) => live.shown.has(field.key) || !isEmpty(data[field.key]))
      .map((field) => field.key),
  );
  return (
    <Sections form={form} shown={shown}>
      {(field) => (
        <ReadField
          field={field}
          value={data[field.key]}
          access={access[field.key]}
          context={context}
          gone={gone?.has(field.key) ?? false}
        />
      )}
    </Sections>
  );
}
