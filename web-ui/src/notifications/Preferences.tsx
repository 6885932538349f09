import { Switch } from 'antd';
import { problemText, type NotificationPreference } from '../api';
import { useText } from '../i18n';
import { Failure, RowsSkeleton } from '../ui';
import { usePreferences } from './notifications';

/** By which ways one wants to be told of which kinds; a switch is kept as soon as it is turned. */
export function Preferences({ tenant }: { tenant: string }) {
  const t = useText();
  const { chosen, choose } = usePreferences(tenant);
  if (chosen.isPending) return <RowsSkeleton label={t('app.loading')} rows={6} />;
  if (!chosen.data) {
    return (
      <Failure
        title={t('notifications.failed')}
        hint={problemText(chosen.error)}
        retry={{ label: t('app.retry'), act: () => void chosen.refetch() }}
      />
    );
  }
  const { items, mails } = chosen.data;
  const row = (choice: NotificationPreference) => {
    const name = t(`notifications.names.${choice.kind}`);
    const turn = (way: 'inApp' | 'mail') => (
      <Switch
        size="small"
        aria-label={`${name} · ${t(`notifications.${way}`)}`}
        checked={choice[way]}
        loading={choose.isPending && choose.variables.kind === choice.kind}
        disabled={way === 'mail' && !mails}
        onChange={(on) => choose.mutate({ ...choice, [way]: on })}
      />
    );
    return (
      <tr key={choice.kind}>
        <th scope="row">{name}</th>
        <td>{turn('inApp')}</td>
        <td>{turn('mail')}</td>
      </tr>
    );
  };
  return (
    <div className="jm-told-choices">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('notifications.kind')}</th>
            <th scope="col">{t('notifications.inApp')}</th>
            <th scope="col">{t('notifications.mail')}</th>
          </tr>
        </thead>
        <tbody>{items.map(row)}</tbody>
      </table>
      {choose.error ? (
        <p className="jm-error" role="alert">
          {problemText(choose.error)}
        </p>
      ) : null}
      <p className="jm-hint">{t(mails ? 'notifications.mailHint' : 'notifications.noMail')}</p>
    </div>
  );
}
