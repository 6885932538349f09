import { Checkbox } from 'antd';
import type { FormRecord, ListedRecord } from '../../api';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { nameOf } from '../RecordName';
import type { Selection } from './useSelection';

/** The box of one record. */
export function Chooser({
  form,
  record,
  selection,
}: {
  form: FormDefinition;
  record: FormRecord;
  selection: Selection;
}) {
  const t = useText();
  const name = nameOf(form, record);
  return (
    <Checkbox
      aria-label={name ? t('bulk.choose', { name }) : t('bulk.chooseOne')}
      checked={selection.chosen.has(record.id)}
      onChange={() => selection.toggle(record)}
    />
  );
}

/** The box of all records of a page; those with a broken seal cannot be chosen. */
export function PageChooser({ items, selection }: { items: ListedRecord[]; selection: Selection }) {
  const t = useText();
  const records = items.filter((item): item is FormRecord => 'data' in item);
  const chosen = records.filter((record) => selection.chosen.has(record.id)).length;
  return (
    <Checkbox
      aria-label={t('bulk.choosePage')}
      disabled={records.length === 0}
      checked={chosen > 0 && chosen === records.length}
      indeterminate={chosen > 0 && chosen < records.length}
      onChange={() => selection.togglePage(records)}
    />
  );
}
