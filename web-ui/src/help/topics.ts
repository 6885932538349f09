/** What help says about one page. */
export interface Topic {
  title: string;
  /** What the page shows, one thought a paragraph. */
  about: string[];
  /** Keys that work there, with what they do. */
  keys?: [keys: string, what: string][];
}

export type TopicKey =
  | 'home'
  | 'list'
  | 'record'
  | 'entry'
  | 'bin'
  | 'tasks'
  | 'task'
  | 'approvals'
  | 'delegations'
  | 'audit'
  | 'privacy'
  | 'formDesign'
  | 'flowDesign'
  | 'permissions'
  | 'publish'
  | 'dashboard'
  | 'dashboardDesign'
  | 'figures'
  | 'templates'
  | 'members'
  | 'roles'
  | 'keys'
  | 'jobs'
  | 'settings'
  | 'health'
  | 'apiClients'
  | 'operations'
  | 'profile'
  | 'other';

export type Topics = Record<TopicKey, Topic>;

const FORM = '^/t/[^/]+/apps/[^/]+/forms/[^/]+';
const PAGES: [RegExp, TopicKey][] = [
  [/^\/$/, 'home'],
  [new RegExp(`${FORM}/design/workflows`), 'flowDesign'],
  [new RegExp(`${FORM}/design/permissions`), 'permissions'],
  [new RegExp(`${FORM}/design/publish`), 'publish'],
  [new RegExp(`${FORM}/design`), 'formDesign'],
  [new RegExp(`${FORM}/records/`), 'record'],
  [new RegExp(`${FORM}/new$`), 'entry'],
  [new RegExp(`${FORM}/bin$`), 'bin'],
  [new RegExp(`${FORM}$`), 'list'],
  [/\/dashboards\/(new|[^/]+\/design)$/, 'dashboardDesign'],
  [/\/dashboards\//, 'dashboard'],
  [/\/figures$/, 'figures'],
  [/\/tasks\/./, 'task'],
  [/\/tasks$/, 'tasks'],
  [/\/approvals/, 'approvals'],
  [/\/delegations$/, 'delegations'],
  [/\/audit/, 'audit'],
  [/^\/t\/[^/]+\/privacy/, 'privacy'],
  [/\/templates$/, 'templates'],
  [/^\/t\/[^/]+\/members/, 'members'],
  [/^\/t\/[^/]+\/roles/, 'roles'],
  [/^\/t\/[^/]+\/keys$/, 'keys'],
  [/^\/t\/[^/]+\/jobs$/, 'jobs'],
  [/^\/t\/[^/]+\/settings$/, 'settings'],
  [/^\/t\/[^/]+\/health$/, 'health'],
  [/^\/t\/[^/]+\/(incidents|webhooks|calendar|migrations)$/, 'operations'],
  [/^\/t\/[^/]+\/profile$/, 'profile'],
  [/^\/t\/[^/]+\/api-clients$/, 'apiClients'],
];

/** What a page is about, by its address. */
export function topicOf(pathname: string): TopicKey {
  return PAGES.find(([address]) => address.test(pathname))?.[1] ?? 'other';
}
