import { Modal } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { useText } from '../../i18n';

/** Asks before typed words are lost: by another page of the product, by closing the tab, by reloading. */
export function useLeaveGuard(dirty: boolean): { dialog: ReactNode; release: () => void } {
  const t = useText();
  const released = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !released.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (!released.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const dialog =
    blocker.state === 'blocked' ? (
      <Modal
        open
        width={420}
        title={t('records.leave')}
        okText={t('records.leaveGo')}
        okButtonProps={{ danger: true }}
        cancelText={t('records.leaveStay')}
        onOk={() => blocker.proceed()}
        onCancel={() => blocker.reset()}
      >
        {t('records.leaveHint')}
      </Modal>
    ) : null;
  return { dialog, release: () => void (released.current = true) };
}
