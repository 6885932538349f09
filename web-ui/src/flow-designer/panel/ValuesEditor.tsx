import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { local } from '../../i18n';
import type { Field } from '../../schema';
import { feelType } from '../../studio';
import { useFlow } from '../context';
import type { Values } from '../model/document';
import { useWords } from '../useWords';
import { ExpressionInput } from './ExpressionInput';

interface Props {
  values: Values;
  onChange: (values: Values) => void;
  /** Fields that get values; those of this form when not given. */
  fields?: readonly Field[];
}

/** Fields and the expressions whose values they get. */
export function ValuesEditor({ values, onChange, fields: given }: Props) {
  const { t } = useWords();
  const design = useFlow();
  const fields = given ?? design.fields;
  const title = (key: string) => local(fields.find((field) => field.key === key)?.title, key);
  const typeOf = (key: string) => {
    const field = fields.find((each) => each.key === key);
    return field && feelType(field);
  };
  const free = fields.filter((field) => !(field.key in values) && !field.formula && !field.computed);
  const drop = (key: string) => onChange(Object.fromEntries(Object.entries(values).filter(([each]) => each !== key)));
  return (
    <div className="jm-flow-values">
      {Object.entries(values).map(([key, expression]) => (
        <div key={key} className="jm-flow-value">
          <ExpressionInput
            label={title(key)}
            name={key}
            wants={typeOf(key)}
            value={expression}
            onChange={(next) => onChange({ ...values, [key]: next })}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('flowDesign.values.drop', { field: title(key) })}
            onClick={() => drop(key)}
          />
        </div>
      ))}
      <Dropdown
        trigger={['click']}
        disabled={free.length === 0}
        menu={{
          className: 'jm-flow-menu',
          items: free.map((field) => ({ key: field.key, label: local(field.title, field.key) })),
          onClick: ({ key }) => onChange({ ...values, [key]: '' }),
        }}
      >
        <Button size="small" icon={<PlusOutlined aria-hidden />}>
          {t('flowDesign.values.add')}
        </Button>
      </Dropdown>
    </div>
  );
}
