import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import {
  call,
  formPath,
  useFormDefinition,
  usePlaceOf,
  type ListedRecord,
  type Page,
  type RecordQuery,
} from '../../api';
import { local, useText } from '../../i18n';
import { isMasked, parseForm } from '../../schema';
import type { InputProps } from '../defineField';
import type { Related } from './related';
import { titleField } from './titleField';
import { useTitled } from './useTitled';

interface Props extends Omit<InputProps, 'value' | 'onChange'> {
  chosen: Related[];
  many?: boolean;
  onChoose: (records: Related[]) => void;
}

/** Chooses records of the other form by their titles; asks the server while one types. */
export function RecordSelect(props: Props) {
  const { id, field, many, onChoose, disabled, invalid, describedBy, context } = props;
  const chosen = useTitled(context.place, field.form, props.chosen);
  const t = useText();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const place = usePlaceOf(context.place, open ? field.form : undefined);
  const address = formPath(place ?? context.place);
  const definition = useFormDefinition(place);
  const title = definition.data ? titleField(parseForm(definition.data)) : undefined;
  const query: RecordQuery = {
    ...(text && title ? { filter: { field: title, op: 'contains', value: text } } : {}),
    limit: 20,
  };
  const found = useQuery({
    queryKey: [address, 'relation', text, title],
    queryFn: ({ signal }) =>
      call<Page<ListedRecord>>(`${address}/records/query`, {
        method: 'POST',
        body: query,
        signal,
      }),
    enabled: place !== null && title !== undefined,
  });
  const options = (found.data?.items ?? []).flatMap((record) => {
    if (!('data' in record)) return [];
    const shown = title ? record.data[title] : undefined;
    return [
      { value: record.id, label: isMasked(shown) ? shown.masked : String(shown ?? t('field.relation.untitled')) },
    ];
  });
  for (const one of chosen) {
    if (options.some((option) => option.value === one.id)) continue;
    const present = isMasked(one.title) ? one.title.masked : one.title;
    options.unshift({ value: one.id, label: present || t('field.relation.untitled') });
  }
  const ids = chosen.map((one) => one.id);
  return (
    <Select<string | string[] | null>
      id={id}
      style={{ width: '100%' }}
      {...(many ? { mode: 'multiple' as const } : {})}
      value={many ? ids : (ids[0] ?? null)}
      onChange={(next) => {
        const wanted = next === null || next === undefined ? [] : [next].flat();
        const found = options.filter((option) => wanted.includes(option.value));
        onChoose(found.map((option) => ({ id: option.value, title: option.label })));
      }}
      onOpenChange={(next) => setOpen((before) => before || next)}
      onSearch={setText}
      showSearch
      filterOption={false}
      allowClear={!field.required}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('field.relation.searching') : t('field.relation.none')}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      options={options}
    />
  );
}
