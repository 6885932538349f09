import { CheckCircleOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import { useText } from '../i18n';
import { Empty } from '../ui';
import { announceSignedIn } from './session';

/** Where a second tab ends after signing in again: it tells the first and closes itself. */
export function SignedInPage() {
  const t = useText();
  useEffect(() => {
    announceSignedIn();
    window.close();
  }, []);
  return (
    <main>
      <Empty icon={<CheckCircleOutlined aria-hidden />} title={t('session.back')} hint={t('session.backHint')} />
    </main>
  );
}
