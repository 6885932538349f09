import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { problemText, type RightsRequest } from '../../api';
import { formatTime, useText } from '../../i18n';
import { saveFile } from '../../ui';
import { isMaking, useActs } from './requests';

/** The copy of all that is kept of the person: made in the background, kept for a day, each download on record. */
export function Copy({ tenant, request }: { tenant: string; request: RightsRequest }) {
  const t = useText();
  const { act, download } = useActs(tenant, request.id);
  if (request.type !== 'access' && request.type !== 'export') return null;
  const making = isMaking(request);
  const made = request.package;
  const may = request.acts.includes('carry-out');
  if (!made && !may) return null;
  return (
    <section aria-labelledby="desk-request-copy">
      <h2 id="desk-request-copy" className="jm-desk-heading">
        {t('desk.copy.title')}
      </h2>
      <p className="jm-hint">{t('desk.copy.hint')}</p>
      <div className="jm-card jm-desk-line" aria-live="polite">
        <p>
          {made?.ready
            ? t('desk.copy.ready', { until: formatTime(made.expiresAt) })
            : t(
                making
                  ? 'desk.copy.making'
                  : made?.problem
                    ? 'desk.copy.failed'
                    : made
                      ? 'desk.copy.gone'
                      : 'desk.copy.none',
              )}
        </p>
        <div className="jm-desk-bar">
          {made?.ready ? (
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              loading={download.isPending}
              onClick={() =>
                download.mutate(undefined, { onSuccess: (file) => saveFile(`${request.number}.zip`, file) })
              }
            >
              {t('desk.copy.download')}
            </Button>
          ) : null}
          {may && !making ? (
            <Button
              type={made?.ready ? 'default' : 'primary'}
              loading={act.isPending}
              onClick={() => act.mutate({ act: 'carry-out', body: {} })}
            >
              {t(made ? 'desk.copy.again' : 'desk.copy.make')}
            </Button>
          ) : null}
        </div>
        {act.error || download.error ? (
          <Alert role="alert" type="error" showIcon message={problemText(act.error ?? download.error)} />
        ) : null}
      </div>
    </section>
  );
}
