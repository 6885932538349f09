import { FilterOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { FormPlace } from '../../api';
import { useText } from '../../i18n';
import { toFilter } from '../../records/list/condition';
import { FilterEditor } from '../../records/list/FilterEditor';
import { isProtected, type FormDefinition } from '../../schema';
import type { Widget } from '../model';
import { conditionsOf } from './filterConditions';

interface Props {
  place: FormPlace;
  widget: Widget;
  form: FormDefinition;
  onChange: (next: Widget) => void;
}

/** Which records count: the conditions of lists, on fields in clear. */
export function FilterPart({ place, widget, form, onChange }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const conditions = conditionsOf(widget.filter);
  const clear = { ...form, fields: form.fields.filter((field) => !isProtected(field)) };
  return (
    <fieldset className="jm-panel-part">
      <legend>{t('dashboard.filter')}</legend>
      {conditions === undefined ? (
        <p className="jm-hint">{t('dashboard.filterByHand')}</p>
      ) : (
        <Button icon={<FilterOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {conditions.length > 0 ? t('filter.buttonCount', { count: conditions.length }) : t('dashboard.noFilter')}
        </Button>
      )}
      <Modal open={open} title={t('dashboard.filter')} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <FilterEditor
          form={clear}
          place={place}
          items={[]}
          initial={conditions ?? []}
          onApply={(next) => {
            const rest = { ...widget };
            delete rest.filter;
            const filter = toFilter(form, next);
            onChange(filter === undefined ? rest : { ...rest, filter });
            setOpen(false);
          }}
        />
      </Modal>
    </fieldset>
  );
}
