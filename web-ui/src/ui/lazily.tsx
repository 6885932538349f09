import { lazy, type FunctionComponent } from 'react';
import { useText } from '../i18n';
import { Failure } from './Failure';

/**
 * A part of a page that is loaded when it is first shown. Where that fails, since the network is gone or a newer version was installed, the
 * page stands: something else is shown in its place, by default a word about it.
 */
export function lazily<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  instead: FunctionComponent<P> = NotLoaded,
) {
  return lazy(async () => ({ default: await load().catch(() => instead) }));
}

function NotLoaded() {
  const t = useText();
  return (
    <Failure
      title={t('app.notLoaded')}
      hint={t('app.notLoadedHint')}
      retry={{ label: t('app.reload'), act: () => window.location.reload() }}
    />
  );
}
