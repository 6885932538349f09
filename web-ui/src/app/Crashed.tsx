import { useRouteError } from 'react-router';
import { useText } from '../i18n';
import { Failure } from '../ui';

/** A page that broke keeps the frame and offers to start over; the cause stays in the browser's console. */
export function Crashed() {
  const t = useText();
  const error = useRouteError();
  const stale = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <Failure
      title={t(stale ? 'app.updated' : 'app.crashed')}
      hint={t(stale ? 'app.updatedHint' : 'app.crashedHint')}
      retry={{ label: t('app.reload'), act: () => window.location.reload() }}
    />
  );
}
