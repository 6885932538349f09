import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n';
import { STATES, type State } from '../groups';
import { useAccessWord } from '../words';

interface Props {
  label: string;
  shown?: ReactNode;
  onChoose: (access: State | null) => void;
}

/** The head of a row or a column: gives all its cells one state. */
export function Bulk({ label, shown, onChoose }: Props) {
  const t = useText();
  const word = useAccessWord();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...STATES.map((state) => ({ key: state, label: t('permissions.setAll', { access: word(state) }) })),
          { type: 'divider' as const },
          { key: '', label: t('permissions.allAsOthers') },
        ],
        onClick: ({ key }) => onChoose(key === '' ? null : (key as State)),
      }}
    >
      <button type="button" className="jm-plain jm-bulk" aria-label={t('permissions.setAllOf', { name: label })}>
        <span className="jm-bulk-name">{shown ?? label}</span>
        <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}
