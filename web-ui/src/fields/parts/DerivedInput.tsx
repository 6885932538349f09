import { isEmpty, type InputProps } from '../defineField';
import { DerivedDetail } from './Derived';

interface Props extends InputProps {
  /** Why there is nothing yet. */
  hint: string;
}

/** Nobody types what is worked out: it is there, or it will be once the record is saved. */
export function DerivedInput({ id, field, value, context, describedBy, hint }: Props) {
  return (
    <output id={id} className="jm-readonly" aria-describedby={describedBy}>
      {isEmpty(value) ? (
        <span className="jm-quiet">{hint}</span>
      ) : (
        <DerivedDetail field={field} value={value} context={context} />
      )}
    </output>
  );
}
