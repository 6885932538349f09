import { Dropdown } from 'antd';
import { useText } from '../../i18n';
import { STATES, type State } from '../groups';
import { useAccessWord } from '../words';
import type { Spot } from './useGridKeys';

interface Props {
  spot: Spot;
  label: string;
  said: { access: State; own: boolean };
  active: boolean;
  onFocus: (spot: Spot) => void;
  onChoose: (access: State | null) => void;
}

/** What one group gives on one field; quieter where it says so by its word for all others. */
export function Cell({ spot, label, said, active, onFocus, onChoose }: Props) {
  const t = useText();
  const word = useAccessWord();
  const items = STATES.map((state, index) => ({
    key: state,
    label: `${index + 1} ${word(state)}`,
  }));
  const inherit = said.own ? [{ type: 'divider' as const }, { key: '', label: t('permissions.asOthers') }] : [];
  return (
    <td role="gridcell">
      <Dropdown
        trigger={['click']}
        menu={{
          items: [...items, ...inherit],
          selectedKeys: [said.access],
          onClick: ({ key }) => onChoose(key === '' ? null : (key as State)),
        }}
      >
        <button
          type="button"
          data-spot={`${spot.row} ${spot.column}`}
          tabIndex={active ? 0 : -1}
          className={`jm-plain jm-state jm-state-${said.access}${said.own ? '' : ' jm-state-inherited'}`}
          aria-label={`${label}: ${word(said.access)}${said.own ? '' : ` (${t('permissions.inherited')})`}`}
          onFocus={() => onFocus(spot)}
        >
          {word(said.access)}
        </button>
      </Dropdown>
    </td>
  );
}
