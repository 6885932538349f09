import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n';

interface Props {
  open: boolean;
  /** Over the page rather than beside it. */
  drawer: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Where a widget is set up: beside the grid, or from the bottom edge where there is no room. */
export function PanelFrame({ open, drawer, title, onClose, children }: Props) {
  const t = useText();
  if (drawer)
    return (
      <Drawer placement="bottom" height="70%" open={open} title={title} onClose={onClose}>
        {children}
      </Drawer>
    );
  return (
    <aside className="jm-design-panel jm-card" aria-label={t('dashboard.panel')}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </aside>
  );
}
