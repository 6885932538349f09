import { Select } from 'antd';
import type { ReactNode } from 'react';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';

interface Unit {
  id: string;
  name: string;
}

interface Props<V extends Unit> extends Pick<InputProps, 'id' | 'field' | 'disabled' | 'invalid' | 'describedBy'> {
  /** What the organisation has, as far as it is loaded. */
  all: V[];
  loading: boolean;
  chosen: V[];
  many?: boolean;
  show: (unit: V) => ReactNode;
  onChoose: (units: V[]) => void;
}

/** Chooses one or several members or departments; one who has left stays to be seen. */
export function UnitSelect<V extends Unit>(props: Props<V>) {
  const { id, field, all, loading, chosen, many, show, onChoose, disabled, invalid, describedBy } = props;
  const t = useText();
  const known = [...chosen.filter((unit) => !all.some((other) => other.id === unit.id)), ...all];
  const ids = chosen.map((unit) => unit.id);
  return (
    <Select<string | string[] | null>
      id={id}
      style={{ width: '100%' }}
      {...(many ? { mode: 'multiple' as const } : {})}
      value={many ? ids : (ids[0] ?? null)}
      onChange={(next) => {
        const wanted = next === null ? [] : [next].flat();
        onChoose(wanted.flatMap((one) => known.find((unit) => unit.id === one) ?? []));
      }}
      allowClear={!field.required}
      showSearch
      optionFilterProp="title"
      loading={loading}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      options={known.map((unit) => ({ value: unit.id, title: unit.name, label: show(unit) }))}
    />
  );
}
