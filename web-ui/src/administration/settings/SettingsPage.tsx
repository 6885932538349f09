import { Link, useParams } from 'react-router';
import { path, useGet, type Page, type Purpose } from '../../api';
import { useText } from '../../i18n';
import { AdminPage } from '../Page';
import { PurposesPart } from './PurposesPart';
import { SecretPart } from './SecretPart';

/** What the tenant can set, in one place: purposes and the secret here, the rest behind its link. */
export function SettingsPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const address = path`/tenants/${tenant}/purposes`;
  const purposes = useGet<Page<Purpose>>(address, { staleTime: Infinity });
  const elsewhere = ['calendar', 'members', 'keys'] as const;
  return (
    <AdminPage
      tenant={tenant}
      title={t('administration.settings.title')}
      hint={t('administration.settings.hint')}
      needs={purposes}
    >
      <div className="jm-admin-stack">
        {purposes.data ? (
          <PurposesPart key={purposes.dataUpdatedAt} address={address} kept={purposes.data.items} />
        ) : null}
        <SecretPart tenant={tenant} />
        <section className="jm-card" aria-labelledby="settings-elsewhere">
          <h2 id="settings-elsewhere" className="jm-admin-part">
            {t('administration.settings.elsewhere')}
          </h2>
          <ul>
            {elsewhere.map((key) => (
              <li key={key} className="jm-admin-line">
                <div className="jm-grow">
                  <Link to={`${path`/t/${tenant}`}/${key}`}>{t(`operations.${key}`)}</Link>
                  <p className="jm-hint">{t(`administration.settings.at.${key}`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </AdminPage>
  );
}
