import { DisconnectOutlined, EyeInvisibleOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Problem, problemText } from '../api';
import { useText } from '../i18n';
import { Empty } from '../ui';
import { AskAdmin } from './AskAdmin';

interface Props {
  title: string;
  error: unknown;
  tenant: string;
  /** Whether somebody could grant what was refused; nobody can hand out another one's task. */
  askable?: boolean;
  onRetry: () => void;
}

/**
 * What could not be loaded: when it was refused, who can grant it; when something broke, the way to try again. Who looks
 * with the eyes of another is told calmly what is not shown so: nobody could grant it, and nothing is wrong.
 */
export function LoadFailure({ title, error, tenant, askable = true, onRetry }: Props) {
  const t = useText();
  const refused = error instanceof Problem && (error.status === 403 || error.status === 404);
  if (error instanceof Problem && error.code === 'simulation.refused')
    return (
      <div role="status">
        <Empty
          icon={<EyeInvisibleOutlined aria-hidden />}
          title={t('ask.notAsAnother')}
          hint={t('ask.notAsAnotherHint')}
        />
      </div>
    );
  return (
    <div role="alert">
      <Empty
        icon={refused ? <LockOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />}
        title={title}
        hint={problemText(error)}
        action={
          refused && !askable ? (
            <Link to="/">
              <Button>{t('app.home')}</Button>
            </Link>
          ) : refused ? (
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
