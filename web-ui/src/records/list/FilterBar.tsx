import { CloseOutlined, FilterOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Modal, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FormPlace, ListedRecord } from '../../api';
import { isEmpty, type FieldContext } from '../../fields';
import { local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { useIsPhone } from '../../ui';
import { operandOf, operatorKey, takesValue, type Condition } from './condition';
import { FilterEditor } from './FilterEditor';
import type { ListState } from './useListState';

interface Props {
  form: FormDefinition;
  place: FormPlace;
  items: ListedRecord[];
  state: ListState;
  /** Stands before the button: the view picker at phone width. */
  children?: ReactNode;
  /** Stands at the other end. */
  extra?: ReactNode;
}

/** The active conditions as chips, and the editor behind one button. */
export function FilterBar({ form, place, items, state, children, extra }: Props) {
  const t = useText();
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const { conditions, setConditions } = state;
  const label = conditions.length > 0 ? t('filter.buttonCount', { count: conditions.length }) : t('filter.button');
  const editor = (
    <FilterEditor
      form={form}
      place={place}
      items={items}
      initial={conditions}
      onApply={(next) => {
        setConditions(next);
        setOpen(false);
      }}
    />
  );
  const button = (
    <Button
      icon={<FilterOutlined aria-hidden />}
      aria-expanded={open}
      aria-haspopup="dialog"
      {...(phone ? { onClick: () => setOpen(true) } : {})}
    >
      {label}
    </Button>
  );
  return (
    <div className="jm-filters">
      {children}
      {phone ? (
        <>
          {button}
          <Modal open={open} title={t('filter.button')} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
            {editor}
          </Modal>
        </>
      ) : (
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          destroyOnHidden
          content={editor}
        >
          {button}
        </Popover>
      )}
      <Button
        icon={<TeamOutlined aria-hidden />}
        aria-pressed={state.shared}
        className={state.shared ? 'jm-pressed' : ''}
        onClick={() => state.setShared(!state.shared)}
      >
        {t('share.quick')}
      </Button>
      <ul className="jm-chips" aria-label={t('filter.active')}>
        {conditions.map((condition, index) => (
          <li key={`${condition.field}-${index}`} className="jm-chip">
            <ConditionText form={form} condition={condition} context={{ place }} />
            <button
              type="button"
              className="jm-plain"
              aria-label={t('filter.remove', { field: titleOf(form, condition.field, t) })}
              onClick={() => setConditions(conditions.filter((_, at) => at !== index))}
            >
              <CloseOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {extra ? <span className="jm-grow" /> : null}
      {extra}
    </div>
  );
}

function ConditionText({
  form,
  condition,
  context,
}: {
  form: FormDefinition;
  condition: Condition;
  context: FieldContext;
}) {
  const t = useText();
  const field = fieldOf(form, condition.field) ?? { key: condition.field, type: 'date' };
  const operand = operandOf(field);
  const listed: unknown[] = Array.isArray(condition.value) ? condition.value : [condition.value];
  const values = takesValue(condition.op) ? (operand.many ? [listed] : listed) : [];
  return (
    <span>
      {titleOf(form, condition.field, t)} <span className="jm-quiet">{t(operatorKey(field, condition.op))}</span>{' '}
      {values.map((value, index) => (
        <span key={index}>
          {index > 0 ? <span className="jm-quiet">{condition.op === 'between' ? ' – ' : t('filter.or')}</span> : null}
          {condition.op === 'last4' ? (
            String(value)
          ) : isEmpty(value) ? (
            '…'
          ) : (
            <operand.Cell field={field} value={value} context={context} />
          )}
        </span>
      ))}
    </span>
  );
}

export function titleOf(form: FormDefinition, key: string, t: (key: string) => string): string {
  const field = fieldOf(form, key);
  return field ? local(field.title, key) : t(`filter.system.${key}`);
}
