import { LoginOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { call, type Me } from '../api';
import { useText } from '../i18n';
import { setSessionLost, whenSignedIn } from './session';

/**
 * The session ended under someone's hands. Signing in happens in a second tab, so that nothing typed here is lost;
 * the page stays out of sight meanwhile, and another person than before gets a fresh page.
 */
export function SignInAgain({ me }: { me: Me }) {
  const t = useText();
  const cache = useQueryClient();
  const [still, setStill] = useState(false);
  useEffect(() => {
    const look = async () => {
      try {
        const now = await call<Me>('/me');
        if (now.id !== me.id) {
          window.location.reload();
          return;
        }
        cache.setQueryData(['/me'], now);
        setSessionLost(false);
        await cache.invalidateQueries();
      } catch {
        setStill(true);
      }
    };
    return whenSignedIn(() => void look());
  }, [cache, me.id]);
  return (
    <Modal open closable={false} keyboard={false} title={t('session.ended')} footer={null} width={420}>
      <p>{t('session.kept', { name: me.name })}</p>
      <p className="jm-quiet jm-session-hint" role="status">
        {still ? t('session.notYet') : ''}
      </p>
      <Button
        type="primary"
        icon={<LoginOutlined aria-hidden />}
        autoFocus
        onClick={() => window.open('/login?to=/signed-in')}
      >
        {t('session.again')}
      </Button>
    </Modal>
  );
}
