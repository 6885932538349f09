import { memo } from 'react';
import { DuplicateHint } from './DuplicateHint';
import { EditField } from './EditField';
import { comparable, useDuplicates, type Asker } from './useDuplicates';

type Props = Omit<Parameters<typeof EditField>[0], 'onChange' | 'onLeave' | 'hint'> & {
  asker: Asker;
  onChange: (key: string, value: unknown) => void;
};

/**
 * A field of a form that is filled in. Drawn again only when something of its own has changed: of a form of five hundred a key press concerns
 * one.
 */
export const CheckedField = memo(function CheckedField(props: Props) {
  const { asker, field, onChange, ...rest } = props;
  if (comparable(asker.form, field)) return <Compared {...props} />;
  return <EditField {...rest} field={field} onChange={(next) => onChange(field.key, next)} />;
});

/** Says beneath it when other records hold what was typed. */
function Compared({ asker, onChange, ...props }: Props) {
  const { field, value, original } = props;
  const { found, leave } = useDuplicates(asker, field, value, original);
  return (
    <EditField
      {...props}
      onChange={(next) => onChange(field.key, next)}
      onLeave={leave}
      hint={found ? <DuplicateHint place={asker.place} form={asker.form} field={field} found={found} /> : undefined}
    />
  );
}
