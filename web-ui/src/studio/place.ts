import { path } from '../api';

export type StudioKind = 'forms' | 'workflows' | 'dashboards';

/** Where a definition lives on the server. */
export interface StudioPlace {
  tenant: string;
  app: string;
  kind: StudioKind;
  key: string;
}

export function definitionPath({ tenant, app, kind, key }: StudioPlace): string {
  return path`/tenants/${tenant}/apps/${app}/${kind}/${key}`;
}

/** The page on which a form is designed; `part` such as `permissions`. */
export function designPath(place: { tenant: string; app: string; form: string }, part?: string): string {
  return path`/t/${place.tenant}/apps/${place.app}/forms/${place.form}/design` + (part ? `/${part}` : '');
}
