import { Link, useLocation } from 'react-router';
import { path, useApps, useForms } from '../api';
import { local, useText } from '../i18n';

/** Pages of the administration. */
const ADMIN =
  /^\/t\/[^/]+\/(members|roles|jobs|incidents|webhooks|migrations|health|settings|calendar|api-clients|keys)(\/|$)/;

/** Pages that stand for themselves, by the first word of their address, and the word for each. */
const OWN: Record<string, string> = {
  tasks: 'nav.tasks',
  delegations: 'nav.tasks',
  approvals: 'approvals.title',
  templates: 'templates.title',
  audit: 'nav.audit',
  privacy: 'nav.privacy',
  profile: 'profile.title',
};

/** App · form, from the address. */
export function Crumbs({ tenant }: { tenant: string }) {
  const t = useText();
  const { pathname } = useLocation();
  const match = /^\/t\/[^/]+\/apps\/([^/]+)\/forms\/([^/]+)/.exec(pathname);
  const [app, form] = [match?.[1], match?.[2]];
  const apps = useApps(app ? tenant : null);
  const forms = useForms(tenant, app ?? null);
  const place = /^\/t\/[^/]+\/([a-z]+)/.exec(pathname)?.[1] ?? '';
  const word = OWN[place];
  const crumbs: { text: string; to: string }[] = [];
  if (app && form) {
    const appTitle = local(apps.data?.items.find((item) => item.key === app)?.title);
    const formTitle = local(forms.data?.items.find((item) => item.key === form)?.title);
    if (appTitle) crumbs.push({ text: appTitle, to: '/' });
    if (formTitle) crumbs.push({ text: formTitle, to: path`/t/${tenant}/apps/${app}/forms/${form}` });
  } else if (word) {
    crumbs.push({ text: t(word), to: `/t/${tenant}/${place}` });
  } else if (ADMIN.test(pathname)) {
    crumbs.push({ text: t('nav.admin'), to: pathname });
  } else {
    crumbs.push({ text: t('home.workspace'), to: '/' });
  }
  return (
    <nav className="jm-crumbs" aria-label={t('nav.here')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to + crumb.text}>
            <Link to={crumb.to}>{crumb.text}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
