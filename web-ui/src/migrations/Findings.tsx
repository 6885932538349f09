import { Alert } from 'antd';
import { findingText } from '../api';
import { useText } from '../i18n';
import type { Moved } from './all';

/** How many fit, and why others do not, by version, step and reason. */
export function Findings({ moved, done }: { moved: Moved; done: boolean }) {
  const t = useText();
  const word = done ? 'migrations.done' : moved.fits > 0 ? 'migrations.fits' : 'migrations.noneFits';
  return (
    <>
      <Alert
        type={done ? 'success' : 'info'}
        showIcon
        message={t(word, { count: moved.fits, version: moved.to })}
        description={done ? t('migrations.doneHint') : undefined}
      />
      {moved.unfit.length > 0 ? (
        <table className="jm-migrations-unfit">
          <caption>{t('migrations.unfit')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('migrations.fromVersion')}</th>
              <th scope="col">{t('migrations.step')}</th>
              <th scope="col">{t('migrations.why')}</th>
              <th scope="col">{t('migrations.many')}</th>
            </tr>
          </thead>
          <tbody>
            {moved.unfit.map((one) => (
              <tr key={`${one.version} ${one.code} ${one.node}`}>
                <td data-label={t('migrations.fromVersion')}>{one.version}</td>
                <td data-label={t('migrations.step')}>{one.node}</td>
                <td data-label={t('migrations.why')}>{findingText({ code: one.code })}</td>
                <td data-label={t('migrations.many')}>{one.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
