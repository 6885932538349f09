import { Cascader } from 'antd';
import { useMemo } from 'react';
import { useDivisions } from '../../api';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { pathOf, treeOf } from './tree';

/** A province, a city in it, or a county: the choice may stop at any level. */
export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  const t = useText();
  const divisions = useDivisions();
  const options = useMemo(() => treeOf(divisions.data ?? {}), [divisions.data]);
  return (
    <Cascader
      id={id}
      style={{ width: '100%' }}
      options={options}
      value={value ? pathOf(value) : []}
      onChange={(path) => onChange(path?.at(-1) ?? null)}
      changeOnSelect
      showSearch
      loading={divisions.isLoading}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
    />
  );
}
