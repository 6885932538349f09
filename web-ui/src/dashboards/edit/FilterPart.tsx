import { FilterOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { FormPlace } from '../../api';
import { useText } from '../../i18n';
import { toFilter } from '../../records/filter/toFilter';
import { FilterEditor } from '../../records/filter/FilterEditor';
import { conditionsIn, partsFrom } from '../../records/filter/parts';
import { isProtected, type FormDefinition } from '../../schema';
import type { Widget } from '../model';

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
  const parts = partsFrom(widget.filter);
  const count = conditionsIn(parts ?? []).length;
  const clear = { ...form, fields: form.fields.filter((field) => !isProtected(field)) };
  return (
    <fieldset className="jm-panel-part">
      <legend>{t('dashboard.filter')}</legend>
      {parts === undefined ? (
        <p className="jm-hint">{t('dashboard.filterByHand')}</p>
      ) : (
        <Button icon={<FilterOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {count > 0 ? t('filter.buttonCount', { count }) : t('dashboard.noFilter')}
        </Button>
      )}
      <Modal open={open} title={t('dashboard.filter')} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <FilterEditor
          form={clear}
          place={place}
          items={[]}
          initial={parts ?? []}
          beyond={false}
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
