import { Outlet } from 'react-router';
import { Problem, problemText, useMe } from '../api';
import { useText } from '../i18n';
import { LiveProvider } from '../live';
import { Failure, PageSkeleton } from '../ui';
import { Frame } from './Frame';
import { useSessionLost } from './session';
import { SignInAgain } from './SignInAgain';
import { SignInPage } from './SignInPage';

/** Lets signed-in people through to the frame; shows the sign-in page to everybody else. */
export function Gate() {
  const t = useText();
  const me = useMe();
  const lost = useSessionLost();
  if (me.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (!me.data && me.error instanceof Problem && me.error.status === 401) return <SignInPage />;
  if (me.error && !me.data) {
    return (
      <Failure
        title={t('app.unreachable')}
        hint={problemText(me.error)}
        retry={{ label: t('app.retry'), act: () => void me.refetch() }}
      />
    );
  }
  return me.data ? (
    <>
      <div className={lost ? 'jm-out-of-sight' : ''} inert={lost}>
        <LiveProvider>
          <Frame me={me.data}>
            <Outlet context={me.data} />
          </Frame>
        </LiveProvider>
      </div>
      {lost ? <SignInAgain me={me.data} /> : null}
    </>
  ) : null;
}
