import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call, formPath, useFormDefinition, type ListedRecord, type Page, type RecordQuery } from '../../api';
import { local, useText } from '../../i18n';
import { isMasked, isProtected, parseForm, type FormDefinition } from '../../schema';
import type { InputProps } from '../defineField';
import type { Related } from './index';

/** Chooses a record of the other form by its title; asks the server while one types. */
export function Input({ id, field, value, onChange, disabled, invalid, describedBy, context }: InputProps<Related>) {
  const t = useText();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const place = { ...context.place, form: field.form ?? '' };
  const definition = useFormDefinition(open ? place : null);
  const title = definition.data ? titleField(parseForm(definition.data)) : undefined;
  const query: RecordQuery = {
    ...(text && title ? { filter: { field: title, op: 'contains', value: text } } : {}),
    limit: 20,
  };
  const found = useQuery({
    queryKey: [formPath(place), 'relation', text, title],
    queryFn: ({ signal }) =>
      call<Page<ListedRecord>>(`${formPath(place)}/records/query`, { method: 'POST', body: query, signal }),
    enabled: open && title !== undefined,
  });
  const options = (found.data?.items ?? []).flatMap((record) => {
    if (!('data' in record)) return [];
    const shown = title ? record.data[title] : undefined;
    return [
      { value: record.id, label: isMasked(shown) ? shown.masked : String(shown ?? t('field.relation.untitled')) },
    ];
  });
  if (value && !options.some((option) => option.value === value.id)) {
    const present = isMasked(value.title) ? value.title.masked : value.title;
    options.unshift({ value: value.id, label: present || t('field.relation.untitled') });
  }
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value?.id ?? null}
      onChange={(next: string | null) => {
        const chosen = options.find((option) => option.value === next);
        onChange(chosen ? { id: chosen.value, title: chosen.label } : null);
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

/** The field whose value names a record: what the form says, else its first open text. */
function titleField(form: FormDefinition): string | undefined {
  if (form.displayedBy) return form.displayedBy;
  const open = form.fields.filter((candidate) => !isProtected(candidate));
  return (open.find((candidate) => candidate.type === 'text') ?? open[0])?.key;
}
