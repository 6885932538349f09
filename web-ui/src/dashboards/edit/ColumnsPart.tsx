import { Radio, Select } from 'antd';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { fieldTitle } from '../labels';
import { listsRecords, type Widget } from '../model';
import { shaped } from './fieldsFor';
import { Labelled } from './WidgetPanel';

const LISTED = ['subform', 'file', 'image', 'signature', 'consent', 'rich-text'];
const SYSTEM = ['createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'status'];
const AT_FIRST = 4;

interface Props {
  widget: Widget;
  form: FormDefinition;
  onChange: (next: Widget) => void;
}

/** Whether a table lists records or groups, and which columns it has. */
export function ColumnsPart({ widget, form, onChange }: Props) {
  const t = useText();
  const fields = form.fields.filter(({ type, hidden }) => !LISTED.includes(type) && !hidden).map(({ key }) => key);
  const lists = listsRecords(widget);
  return (
    <>
      <Radio.Group
        aria-label={t('dashboard.tableShows')}
        value={lists ? 'records' : 'groups'}
        optionType="button"
        options={[
          { value: 'records', label: t('dashboard.ofRecords') },
          { value: 'groups', label: t('dashboard.ofGroups') },
        ]}
        onChange={({ target }) => {
          const rest = { ...widget };
          delete rest.columns;
          delete rest.sort;
          onChange(
            target.value === 'records'
              ? shaped({ ...widget, columns: fields.slice(0, AT_FIRST) }, form)
              : shaped(rest, form),
          );
        }}
      />
      {lists ? (
        <Labelled label={t('dashboard.columns')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={widget.columns ?? []}
              optionFilterProp="label"
              options={[...fields, ...SYSTEM].map((key) => ({ value: key, label: fieldTitle(key, form) }))}
              onChange={(columns: string[]) => (columns.length > 0 ? onChange({ ...widget, columns }) : undefined)}
            />
          )}
        </Labelled>
      ) : null}
    </>
  );
}
