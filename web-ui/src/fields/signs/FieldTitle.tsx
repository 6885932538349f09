import { local } from '../../i18n';
import type { Field } from '../../schema';
import { TagRing } from './TagRing';
import './signs.css';

/** A field's title with its tag: read title first, seen ring first. */
export function FieldTitle({ field }: { field: Field }) {
  return (
    <span className="jm-field-title">
      {local(field.title, field.key)}
      <TagRing field={field} />
    </span>
  );
}
