import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { FormPlace } from '../../api';
import type { Operator } from '../../fields';
import { useText } from '../../i18n';
import type { Asked, AskedGroup } from './asked';
import { operatorKey, takesValue } from './operators';
import type { Condition } from './parts';
import { ValueInput } from './ValueInput';

interface Props {
  place: FormPlace;
  groups: AskedGroup[];
  condition: Condition;
  /** What the field is called where it is none of those on offer. */
  title: string;
  id: string;
  /** Its place among its neighbours: `2`, or `2.1` in a group. */
  row: string;
  onChange: (next: Condition) => void;
  onRemove: () => void;
}

export function ConditionRow({ place, groups, condition, title, id, row, onChange, onRemove }: Props) {
  const t = useText();
  const all = groups.flatMap(({ asked }) => asked);
  const chosen = all.find(({ path }) => path === condition.field);
  const offered = groups.map((group) => ({
    label: group.title,
    title: group.title,
    options: group.asked.map(option),
  }));
  return (
    <div className="jm-filter-row" role="group" aria-label={t('filter.row', { row })}>
      <Select
        aria-label={t('filter.field')}
        value={condition.field}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        options={
          chosen ? offered : [{ label: '', title: '', options: [{ value: condition.field, label: title }] }, ...offered]
        }
        onChange={(path: string) => {
          const next = all.find((each) => each.path === path);
          onChange({ field: path, op: next?.operators[0] ?? 'eq' });
        }}
      />
      <Select
        aria-label={t('filter.operator')}
        value={condition.op}
        options={(chosen?.operators ?? [condition.op]).map((op) => ({
          value: op,
          label: chosen ? t(operatorKey(chosen.field, op)) : '',
        }))}
        onChange={(op: Operator) => onChange({ field: condition.field, op })}
      />
      <div className="jm-filter-value">
        {chosen && takesValue(condition.op) ? (
          <ValueInput
            place={place}
            condition={condition}
            field={chosen.field}
            id={id}
            onChange={(value) => onChange({ ...condition, value })}
          />
        ) : null}
      </div>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('filter.removeRow', { row })}
        onClick={onRemove}
      />
    </div>
  );
}

const option = ({ path, title }: Asked) => ({ value: path, label: title });
