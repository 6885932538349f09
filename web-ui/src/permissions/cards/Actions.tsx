import { Checkbox } from 'antd';
import { ACTIONS } from '../../api';
import { useText } from '../../i18n';
import type { PermissionGroup } from '../../studio';
import type { Edit } from './GroupEditor';

interface Props {
  group: PermissionGroup;
  onEdit: Edit;
}

/** What the group gives, and what it takes from its members whatever other groups give. */
export function Actions({ group, onEdit }: Props) {
  const t = useText();
  return (
    <>
      <Boxes title={t('permissions.actions')} chosen={group.actions} onChange={(actions) => onEdit({ actions })} />
      <Boxes
        title={t('permissions.deny')}
        hint={t('permissions.denyHint')}
        chosen={group.deny ?? []}
        onChange={(deny) => onEdit({ deny })}
      />
    </>
  );
}

interface BoxesProps {
  title: string;
  hint?: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

function Boxes({ title, hint, chosen, onChange }: BoxesProps) {
  const t = useText();
  return (
    <fieldset className="jm-group-actions">
      <legend>{title}</legend>
      {hint ? <p className="jm-hint">{hint}</p> : null}
      <div>
        {ACTIONS.map((action) => (
          <Checkbox
            key={action}
            checked={chosen.includes(action)}
            onChange={({ target }) =>
              onChange(ACTIONS.filter((each) => (each === action ? target.checked : chosen.includes(each))))
            }
          >
            {t(`permissions.action.${action}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
