import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call, formPath, type FormRecord, type Page } from '../../api';
import { isMasked } from '../../schema';
import { useFlow } from '../context';
import { Labelled } from '../panel/parts';
import { useWords } from '../useWords';

/** Takes values over from one of the newest records that whoever designs may see; what is withheld from him stays empty. */
export function RecordPicker({ onTake }: { onTake: (data: Record<string, unknown>) => void }) {
  const { t } = useWords();
  const { place, fields } = useFlow();
  const records = useQuery({
    queryKey: [formPath(place), 'samples'],
    queryFn: () =>
      call<Page<FormRecord>>(`${formPath(place)}/records/query`, {
        method: 'POST',
        body: { sort: ['-createdAt'], limit: 20 },
      }),
    retry: false,
  });
  const items = (records.data?.items ?? []).filter((record) => 'data' in record);
  if (items.length === 0) return null;
  const known = new Set(fields.filter((field) => !field.formula && !field.computed).map(({ key }) => key));
  const name = (record: FormRecord) =>
    Object.values(record.data)
      .filter((value): value is string => typeof value === 'string')
      .slice(0, 2)
      .join(' · ') || record.id.slice(-6);
  const take = (id: string) => {
    const record = items.find((each) => each.id === id);
    const data = Object.entries(record?.data ?? {}).filter(
      ([key, value]) => known.has(key) && !isMasked(value) && value !== null && !hasRows(value),
    );
    onTake(Object.fromEntries(data));
  };
  return (
    <Labelled label={t('flowDesign.simulate.record')} hint={t('flowDesign.simulate.recordHint')}>
      {(id) => (
        <Select
          id={id}
          placeholder={t('flowDesign.simulate.choose')}
          onChange={take}
          options={items.map((record) => ({ value: record.id, label: name(record) }))}
          style={{ width: '100%' }}
        />
      )}
    </Labelled>
  );
}

/** Rows of subforms name their own ids, which a new record does not know. */
const hasRows = (value: unknown) =>
  Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null && !('name' in item));
