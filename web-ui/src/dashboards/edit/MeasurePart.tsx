import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { fieldTitle } from '../labels';
import { AGGREGATES, measuresOf, mostMeasures, type Aggregate, type Measure, type Widget } from '../model';
import { measurable } from './fieldsFor';
import { AddButton } from './WidgetPanel';

interface Props {
  widget: Widget;
  form: FormDefinition;
  onChange: (next: Widget) => void;
}

/** What is counted and added up. */
export function MeasurePart({ widget, form, onChange }: Props) {
  const t = useText();
  const measures = measuresOf(widget);
  const set = (next: Measure[]) => onChange({ ...widget, measures: next });
  const put = (at: number, measure: Measure) => set(measures.map((each, index) => (index === at ? measure : each)));
  const aggregates = AGGREGATES.filter((each) => each === 'count' || measurable(form, each).length > 0);
  return (
    <fieldset className="jm-panel-part">
      <legend>{t('dashboard.measures')}</legend>
      {measures.map((measure, at) => {
        const fields = measurable(form, measure.aggregate);
        const name = t('dashboard.measureNumber', { number: at + 1 });
        return (
          <div key={at} className="jm-panel-line">
            <Select
              aria-label={name}
              value={measure.aggregate}
              options={aggregates.map((each) => ({ value: each, label: t(`dashboard.aggregate.${each}`) }))}
              onChange={(aggregate: Aggregate) => put(at, withAggregate(measure, aggregate, form))}
            />
            {measure.aggregate === 'count' ? null : (
              <Select
                aria-label={`${name}: ${t('dashboard.field')}`}
                value={measure.field ?? null}
                options={fields.map(({ key }) => ({ value: key, label: fieldTitle(key, form) }))}
                onChange={(field: string) => put(at, { ...measure, field })}
              />
            )}
            {measures.length > 1 ? (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${t('dashboard.remove')}: ${name}`}
                onClick={() => set(measures.filter((_, index) => index !== at))}
              />
            ) : null}
          </div>
        );
      })}
      {measures.length < mostMeasures(widget) ? (
        <AddButton label={t('dashboard.addMeasure')} onClick={() => set([...measures, { aggregate: 'count' }])} />
      ) : null}
    </fieldset>
  );
}

function withAggregate(measure: Measure, aggregate: Aggregate, form: FormDefinition): Measure {
  const { field, ...rest } = measure;
  const fields = measurable(form, aggregate).map(({ key }) => key);
  const kept = field !== undefined && fields.includes(field) ? field : fields[0];
  return kept === undefined ? { ...rest, aggregate } : { ...rest, aggregate, field: kept };
}
