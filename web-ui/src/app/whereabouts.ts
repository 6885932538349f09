/** What an address names of where one is. */
export interface Whereabouts {
  app?: string;
  form?: string;
  dashboard?: string;
  /** A word of every page, and the page that it leads to. */
  word?: { key: string; to: string };
}

/** Pages of the administration. */
const ADMIN = [
  'members',
  'roles',
  'jobs',
  'incidents',
  'webhooks',
  'migrations',
  'health',
  'settings',
  'calendar',
  'api-clients',
  'keys',
];

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

const HOME: Whereabouts = { word: { key: 'home.workspace', to: '/' } };

/** Where an address leads: into an app, to a page of the tenant's, or home. */
export function whereabouts(pathname: string): Whereabouts {
  const [, t, tenant = '', first = '', ...rest] = pathname.split('/').map(decoded);
  if (t !== 't') return HOME;
  const to = `/t/${encodeURIComponent(tenant)}/${encodeURIComponent(first)}`;
  if (first === 'apps') return inApp(`${to}/${encodeURIComponent(rest[0] ?? '')}`, rest);
  if (OWN[first]) return { word: { key: OWN[first], to } };
  if (ADMIN.includes(first)) return { word: { key: 'nav.admin', to } };
  return HOME;
}

function inApp(to: string, [app, kind, key]: string[]): Whereabouts {
  if (!app) return HOME;
  if (kind === 'forms' && key) return { app, form: key };
  if (kind === 'figures') return { app, word: { key: 'figures.title', to: `${to}/figures` } };
  if (kind !== 'dashboards' || !key) return { app };
  return key === 'new' ? { app, word: { key: 'dashboard.new', to: `${to}/dashboards/new` } } : { app, dashboard: key };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
