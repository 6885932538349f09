import { Segmented } from 'antd';
import { useOutletContext, useParams } from 'react-router';
import type { Me } from '../../api';
import { switchLocale, useLocale, useText, type Locale } from '../../i18n';
import { Preferences } from '../../notifications/Preferences';
import '../../notifications/panel.css';
import { Face, useTitle } from '../../ui';
import { useRoleTitle } from '../../viewing';
import { chooseShade, shadeChoice, useShade, type ShadeChoice } from '../shade';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';
import './profile.css';

/** What everybody arranges for himself. */
export function ProfilePage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const me = useOutletContext<Me>();
  useTitle(t('profile.title'));
  return (
    <div className="jm-page jm-page-narrow">
      <h1 className="jm-title">{t('profile.title')}</h1>
      <Myself me={me} tenant={tenant} />
      <Appearance />
      <SecondFactor />
      <Sessions tenant={tenant} />
      <section className="jm-card jm-profile-part" aria-labelledby="profile-told">
        <h2 id="profile-told">{t('profile.notifications')}</h2>
        <Preferences tenant={tenant} />
      </section>
    </div>
  );
}

function Myself({ me, tenant }: { me: Me; tenant: string }) {
  const t = useText();
  const role = useRoleTitle();
  const here = me.tenants.find(({ key }) => key === tenant);
  const facts = [
    [t('profile.departments'), (here?.departments ?? []).map(({ name }) => name)],
    [t('profile.roles'), (here?.roles ?? []).map(role)],
  ] as const;
  return (
    <section className="jm-card jm-profile-part" aria-label={me.name}>
      <div className="jm-row">
        <Face id={me.id} name={me.name} size={32} />
        <div>
          <p>{me.name}</p>
          <p className="jm-hint">{me.username}</p>
        </div>
      </div>
      <dl className="jm-profile-facts">
        {facts.map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{values.join(' · ') || t('profile.none')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Appearance() {
  const t = useText();
  const locale = useLocale();
  useShade();
  return (
    <section className="jm-card jm-profile-part" aria-labelledby="profile-look">
      <h2 id="profile-look">{t('profile.appearance')}</h2>
      <div className="jm-row jm-wrap">
        <Segmented<Locale>
          aria-label={t('me.language')}
          value={locale}
          onChange={switchLocale}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Segmented<ShadeChoice>
          aria-label={t('me.shade')}
          value={shadeChoice()}
          onChange={chooseShade}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`me.shades.${value}`) }))}
        />
      </div>
    </section>
  );
}
