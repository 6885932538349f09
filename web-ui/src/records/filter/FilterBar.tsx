import { CloseOutlined, FilterOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Modal, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FormPlace, ListedRecord } from '../../api';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { useIsPhone } from '../../ui';
import type { ListState } from '../list/useListState';
import { relatedKeys, titleAt } from './asked';
import { FilterEditor } from './FilterEditor';
import { conditionsIn, isGroup, type Part } from './parts';
import { PartText } from './PartText';
import { useRelatedForms } from './useRelatedForms';
import './filter.css';

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
  const asked = conditionsIn(conditions);
  const related = useRelatedForms(
    place,
    relatedKeys(
      form,
      asked.map(({ field }) => field),
    ),
  );
  const label = asked.length > 0 ? t('filter.buttonCount', { count: asked.length }) : t('filter.button');
  const removing = (part: Part) =>
    isGroup(part) ? t('filter.removeChip') : t('filter.remove', { field: titleAt(form, related, part.field, t) });
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
        {conditions.map((part, index) => (
          <li key={index} className="jm-chip">
            <PartText form={form} related={related} part={part} context={{ place }} />
            <button
              type="button"
              className="jm-plain"
              aria-label={removing(part)}
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
