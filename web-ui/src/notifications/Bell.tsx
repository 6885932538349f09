import { BellOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n';
import { useUnread } from './notifications';
import './bell.css';

const Panel = lazy(async () => ({ default: (await import('./Panel')).Panel }));

/** How much one has not read, in the top bar of every page; the list is loaded when it is first opened. */
export function Bell({ tenant }: { tenant: string }) {
  const t = useText();
  const unread = useUnread(tenant);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const shown = unread > 99 ? '99+' : String(unread);
  const state = unread === 0 ? t('notifications.noneUnread') : t('notifications.unread', { count: unread, shown });
  return (
    <>
      <button
        type="button"
        className="jm-plain jm-bell"
        aria-label={`${t('notifications.title')} · ${state}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <BellOutlined aria-hidden />
        {unread > 0 ? (
          <span className={unread > 99 ? 'jm-bell-count jm-bell-count-many' : 'jm-bell-count'} aria-hidden>
            {shown}
          </span>
        ) : null}
      </button>
      <span className="jm-sr" role="status">
        {state}
      </span>
      {wanted ? (
        <Suspense fallback={null}>
          <Panel tenant={tenant} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
