import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { fieldTitle } from '../labels';
import { mostMeasures, SHAPES, type Bucket, type Dimension, type Widget } from '../model';
import { bucketsOf, dimensionOf, groupable } from './fieldsFor';
import { AddButton } from './WidgetPanel';

interface Props {
  widget: Widget;
  form: FormDefinition;
  onChange: (next: Widget) => void;
}

/** By which fields records are put together. */
export function GroupingPart({ widget, form, onChange }: Props) {
  const t = useText();
  const dimensions = widget.groupBy ?? [];
  const fields = groupable(form, widget.kind);
  const [least, most] = SHAPES[widget.kind].dimensions;
  const free = fields.find(({ key }) => !dimensions.some(({ field }) => field === key));
  const set = (groupBy: Dimension[]) => {
    const next = { ...widget, groupBy };
    onChange(next.measures ? { ...next, measures: next.measures.slice(0, mostMeasures(next)) } : next);
  };
  const put = (at: number, dimension: Dimension) =>
    set(dimensions.map((each, index) => (index === at ? dimension : each)));
  return (
    <fieldset className="jm-panel-part">
      <legend>{t('dashboard.groupBy')}</legend>
      {fields.length === 0 ? <p className="jm-hint">{t('dashboard.noGroupable')}</p> : null}
      {dimensions.map((dimension, at) => {
        const buckets = bucketsOf(form, dimension.field);
        const name = t('dashboard.groupingNumber', { number: at + 1 });
        return (
          <div key={at} className="jm-panel-line">
            <Select
              aria-label={name}
              value={dimension.field}
              showSearch
              optionFilterProp="label"
              options={fields.map(({ key }) => ({ value: key, label: fieldTitle(key, form) }))}
              onChange={(key: string) => put(at, dimensionOf(form, key))}
            />
            {buckets.length > 0 ? (
              <Select
                aria-label={`${name}: ${t('dashboard.by')}`}
                value={dimension.by ?? ''}
                disabled={widget.kind === 'map'}
                options={(buckets.includes('province') ? ['' as const, ...buckets] : buckets).map((by) => ({
                  value: by,
                  label: t(`dashboard.bucket.${by || 'exact'}`),
                }))}
                onChange={(by: Bucket | '') => put(at, by === '' ? { field: dimension.field } : { ...dimension, by })}
              />
            ) : null}
            {dimensions.length > least ? (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${t('dashboard.remove')}: ${name}`}
                onClick={() => set(dimensions.filter((_, index) => index !== at))}
              />
            ) : null}
          </div>
        );
      })}
      {dimensions.length < most && free ? (
        <AddButton
          label={t('dashboard.addGrouping')}
          onClick={() => set([...dimensions, dimensionOf(form, free.key)])}
        />
      ) : null}
    </fieldset>
  );
}
