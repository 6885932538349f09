import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import type { FormSummary } from '../../api';
import { local, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { KINDS, listsRecords, SHAPES, type Widget, type WidgetKind } from '../model';
import { ColumnsPart } from './ColumnsPart';
import { FilterPart } from './FilterPart';
import { GroupingPart } from './GroupingPart';
import { MeasurePart } from './MeasurePart';
import { shaped } from './fieldsFor';
import { written } from './changes';
import type { DashboardPlace } from '../useDashboard';

interface Props {
  place: DashboardPlace;
  widget: Widget;
  forms: FormSummary[];
  /** The form that it is about; undefined until it is chosen and loaded. */
  form: FormDefinition | undefined;
  onChange: (next: Widget, merge?: string) => void;
  onForm: (form: string) => void;
}

/** Sets up one widget: what it asks, and how it shows the answer. */
export function WidgetPanel({ place, widget, forms, form, onChange, onForm }: Props) {
  const t = useText();
  const lists = listsRecords(widget);
  return (
    <Form layout="vertical" className="jm-panel" component="div">
      <Labelled label={t('dashboard.widgetTitle')}>
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            value={local(widget.title)}
            onChange={({ target }) => onChange({ ...widget, title: written(widget.title, target.value) }, 'title')}
          />
        )}
      </Labelled>
      <Labelled label={t('dashboard.kindOf')}>
        {(id) => (
          <Select
            id={id}
            value={widget.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`dashboard.kind.${kind}`) }))}
            onChange={(kind: WidgetKind) => onChange(form ? shaped({ ...widget, kind }, form) : { ...widget, kind })}
          />
        )}
      </Labelled>
      <Labelled label={t('dashboard.form')}>
        {(id) => (
          <Select
            id={id}
            value={widget.form || null}
            placeholder={t('dashboard.chooseForm')}
            options={forms
              .filter(({ version }) => version !== 0)
              .map(({ key, title }) => ({ value: key, label: local(title, key) }))}
            onChange={onForm}
          />
        )}
      </Labelled>
      {form ? (
        <>
          {widget.kind === 'table' ? <ColumnsPart widget={widget} form={form} onChange={onChange} /> : null}
          {!lists && SHAPES[widget.kind].dimensions[1] > 0 ? (
            <GroupingPart widget={widget} form={form} onChange={onChange} />
          ) : null}
          {lists ? null : <MeasurePart widget={widget} form={form} onChange={onChange} />}
          <FilterPart place={{ ...place, form: form.key }} widget={widget} form={form} onChange={onChange} />
          {widget.kind === 'number' ? null : <Rest widget={widget} lists={lists} onChange={onChange} />}
        </>
      ) : null}
    </Form>
  );
}

function Rest({ widget, lists, onChange }: { widget: Widget; lists: boolean; onChange: Props['onChange'] }) {
  const t = useText();
  const two = (widget.groupBy?.length ?? 0) > 1 && (widget.kind === 'bar' || widget.kind === 'line');
  return (
    <>
      {lists ? null : (
        <Labelled label={t('dashboard.order')}>
          {(id) => (
            <Select
              id={id}
              value={widget.order ?? ''}
              options={['', 'value', '-value', 'key', '-key'].map((value) => ({
                value,
                label: t(`dashboard.orderOf.${value || 'usual'}`),
              }))}
              onChange={(order: string) => onChange(withOrder(widget, order))}
            />
          )}
        </Labelled>
      )}
      <Labelled label={t(lists ? 'dashboard.mostRecords' : 'dashboard.mostGroups')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={lists ? 50 : 500}
            value={widget.limit ?? (lists ? 10 : 50)}
            onChange={(limit) => onChange(limit === null ? widget : { ...widget, limit }, 'limit')}
          />
        )}
      </Labelled>
      {two ? (
        <Checkbox
          checked={widget.stacked ?? false}
          onChange={({ target }) => onChange({ ...widget, stacked: target.checked })}
        >
          {t('dashboard.stacked')}
        </Checkbox>
      ) : null}
    </>
  );
}

function withOrder(widget: Widget, order: string): Widget {
  const rest = { ...widget };
  delete rest.order;
  return order === '' ? rest : { ...rest, order: order as NonNullable<Widget['order']> };
}

/** A control with its label. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="jm-panel-row">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** Adds one more of a list. */
export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button type="link" size="small" className="jm-panel-add" onClick={onClick}>
      {label}
    </Button>
  );
}
