import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n';
import type { FeelName } from './names';

interface Props {
  /** Of the box, for those who hear the button alone. */
  label: string;
  names: FeelName[];
  onInsert: (name: string) => void;
}

/** The names by their titles, for who does not know them; the list is made when it is opened. */
export function InsertField({ label, names, onInsert }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (names.length === 0) return null;
  const items = open ? names.map(({ name, title }) => ({ key: name, label: title || name })) : [];
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{ className: 'jm-feel-menu', items, onClick: ({ key }) => onInsert(key) }}
    >
      <Button size="small" type="link" icon={<PlusOutlined aria-hidden />} aria-haspopup="menu">
        {t('studio.feel.insert')}
        <span className="jm-sr"> {label}</span>
      </Button>
    </Dropdown>
  );
}
