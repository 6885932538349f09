import { memo } from 'react';
import { DuplicateHint } from './DuplicateHint';
import { EditField } from './EditField';
import { useDuplicates, type Asker } from './useDuplicates';

type Props = Omit<Parameters<typeof EditField>[0], 'onChange' | 'onLeave' | 'hint'> & {
  asker: Asker;
  onChange: (key: string, value: unknown) => void;
};

/**
 * A field that says beneath it when other records hold what was typed. Drawn again only when something of its own has changed: of a form of
 * five hundred a key press concerns one.
 */
export const CheckedField = memo(function CheckedField({ asker, onChange, ...props }: Props) {
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
});
