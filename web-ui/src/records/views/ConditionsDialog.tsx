import { Modal } from 'antd';
import type { Filter, FormPlace, SavedView } from '../../api';
import { useText } from '../../i18n';
import { isProtected, type FormDefinition } from '../../schema';
import { FilterEditor } from '../filter/FilterEditor';
import { partsFrom } from '../filter/parts';
import { toFilter } from '../filter/toFilter';

interface Props {
  form: FormDefinition;
  place: FormPlace;
  view: SavedView;
  onClose: () => void;
  onChange: (filter: Filter | null) => void;
}

/** Whether the view's own conditions are such as the editor writes. */
export const hasEditableConditions = (view: SavedView): boolean => partsFrom(view.filter) !== undefined;

/** The conditions that a saved view keeps, apart from those that are set on top of it. */
export function ConditionsDialog({ form, place, view, onClose, onChange }: Props) {
  const t = useText();
  // What is sealed in the records is not kept in clear beside them.
  const clear = { ...form, fields: form.fields.filter((field) => !isProtected(field)) };
  return (
    <Modal open title={t('views.conditions')} width={760} footer={null} destroyOnHidden onCancel={onClose}>
      <FilterEditor
        form={clear}
        place={place}
        items={[]}
        initial={partsFrom(view.filter) ?? []}
        onApply={(parts) => onChange(toFilter(form, parts) ?? null)}
      />
    </Modal>
  );
}
