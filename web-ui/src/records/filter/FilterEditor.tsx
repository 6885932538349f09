import { Button } from 'antd';
import { useId, useState } from 'react';
import type { FormPlace, ListedRecord } from '../../api';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { askedOf, relatedKeys, titleAt } from './asked';
import { GroupEditor } from './GroupEditor';
import { conditionsIn, partsOf, ready, rootOf, type Group, type Part } from './parts';
import { useRelatedForms } from './useRelatedForms';
import './filter.css';

interface Props {
  form: FormDefinition;
  place: FormPlace;
  items: ListedRecord[];
  initial: Part[];
  /** False where related records cannot be asked for. */
  beyond?: boolean;
  onApply: (parts: Part[]) => void;
}

/** Edits the conditions; they act on "Apply", because a search in a protected field is metered and logged. */
export function FilterEditor({ form, place, items, initial, beyond = true, onApply }: Props) {
  const t = useText();
  const id = useId();
  const related = useRelatedForms(place, beyond ? relatedKeys(form) : []);
  const groups = askedOf(form, related, items, t);
  const all = groups.flatMap(({ asked }) => asked);
  const blank = () => all[0] && { field: all[0].path, op: all[0].operators[0] ?? ('eq' as const) };
  const [root, setRoot] = useState<Group>(() => {
    const first = blank();
    return initial.length > 0 || !first ? rootOf(initial) : { match: 'all', parts: [first] };
  });
  const searches = conditionsIn([root]).some(({ field }) => all.find(({ path }) => path === field)?.readable === false);
  return (
    <form
      className="jm-filter-editor"
      aria-label={t('filter.button')}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(ready(partsOf(root)));
      }}
    >
      <GroupEditor
        place={place}
        groups={groups}
        group={root}
        titleOf={(path) => titleAt(form, related, path, t)}
        blank={blank}
        id={id}
        onChange={setRoot}
      />
      {searches ? <p className="jm-hint">{t('filter.searchNote')}</p> : null}
      <div className="jm-row">
        <span className="jm-grow" />
        {initial.length > 0 ? <Button onClick={() => onApply([])}>{t('filter.clear')}</Button> : null}
        <Button type="primary" htmlType="submit">
          {t('filter.apply')}
        </Button>
      </div>
    </form>
  );
}
