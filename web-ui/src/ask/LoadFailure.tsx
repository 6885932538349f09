import { DisconnectOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Problem, problemText } from '../api';
import { useText } from '../i18n';
import { Empty } from '../ui';
import { AskAdmin } from './AskAdmin';

interface Props {
  title: string;
  error: unknown;
  tenant: string;
  onRetry: () => void;
}

/** What could not be loaded: when it was refused, who can grant it; when something broke, the way to try again. */
export function LoadFailure({ title, error, tenant, onRetry }: Props) {
  const t = useText();
  const refused = error instanceof Problem && (error.status === 403 || error.status === 404);
  return (
    <div role="alert">
      <Empty
        icon={refused ? <LockOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />}
        title={title}
        hint={problemText(error)}
        action={
          refused ? (
            <div className="jm-ask-card">
              <AskAdmin tenant={tenant} wish={t('ask.toOpen')} />
            </div>
          ) : (
            <Button onClick={onRetry}>{t('app.retry')}</Button>
          )
        }
      />
    </div>
  );
}
