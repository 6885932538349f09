import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useGet } from '../../api';
import type { components } from '../../api/generated/schema';
import { useText } from '../../i18n';

export type Account = components['schemas']['Account'];

export const useAccount = () => useGet<Account>('/me/account');

/** Whether one has a second factor, as far as it is known, and the page of Keycloak's where one sees to it. */
export function SecondFactor() {
  const t = useText();
  const account = useAccount().data;
  const factor = account?.secondFactor;
  const state = factor === true ? 'factorOn' : factor === false ? 'factorOff' : 'factorUnknown';
  return (
    <section className="jm-card jm-profile-part" aria-labelledby="profile-factor">
      <h2 id="profile-factor">{t('profile.factor')}</h2>
      <p>
        {account ? t(`profile.${state}`) : t('app.loading')} {account?.level === 'mfa' ? t('profile.strong') : null}
      </p>
      <p className="jm-hint">{t('profile.kept')}</p>
      <Button
        icon={<ExportOutlined aria-hidden />}
        disabled={!account}
        href={account?.signingIn ?? ''}
        target="_blank"
        rel="noreferrer"
      >
        {t(factor === true ? 'profile.manage' : 'profile.setUp')}
      </Button>
    </section>
  );
}
