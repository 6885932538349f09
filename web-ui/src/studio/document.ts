import type { LocalText } from '../i18n';
import type { Field, LayoutElement, Rule, Section } from '../schema';
import type { Access } from '../api';

/** What a group gives on a field; `hidden` is told to nobody else. */
export type FieldState = Access | 'hidden';

/** What a form document carries: a field, or an element of the layout that stands among the fields. */
export type Entry = Field | LayoutElement;

export interface PermissionGroup {
  key: string;
  title?: LocalText;
  description?: LocalText;
  members: {
    roles?: string[];
    departments?: string[];
    members?: string[];
    everyone?: boolean;
    expression?: string;
  };
  actions: string[];
  scope?: string;
  writeScope?: string;
  fields?: Record<string, FieldState>;
  reveal?: {
    purposes?: string[];
    minutes?: number;
    perHour?: number;
    perDay?: number;
    stepUp?: string;
    approvedBy?: { roles: string[] };
  };
  replace?: string[];
  deny?: string[];
}

/** That anybody who has the link may fill in these fields. */
export interface PublicOption {
  enabled: boolean;
  fields?: string[];
  title?: LocalText;
  description?: LocalText;
  notice?: LocalText;
  thanks?: LocalText;
  captcha?: boolean;
}

/** A form's draft as it is stored; it may be as wrong as its designer left it. */
export interface FormDocument {
  kind: 'form';
  key: string;
  title: LocalText;
  description?: LocalText;
  dataSubject?: { type: string; identifiedBy?: string[]; displayedBy?: string };
  retention?: { keepFor: string; from?: string; then?: string };
  public?: PublicOption;
  fields: Entry[];
  rules?: Rule[];
  layout?: Section[];
  permissionGroups?: PermissionGroup[];
  views?: Record<string, unknown>[];
}

const ALL = ['create', 'read', 'update', 'delete', 'restore', 'search', 'import', 'export', 'print', 'share', 'manage'];

/** A form with nothing in it, for those who design and administer alone until its designer says who else. */
export function newForm(key: string, title: LocalText): FormDocument {
  return {
    kind: 'form',
    key,
    title,
    fields: [],
    layout: [{ columns: 2, fields: [] }],
    permissionGroups: [
      {
        key: 'managers',
        title: { 'zh-CN': '管理', en: 'Managers' },
        members: { roles: ['admin', 'designer'] },
        actions: ALL,
        fields: { '*': 'edit' },
      },
    ],
  };
}

/** `Credit request` is `credit-request`; of a title without Latin letters the fallback with something of its own. */
export function keyFrom(title: string, fallback: string, now: number = Date.now()): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return words.length > 1 ? words : `${fallback}-${now.toString(36).slice(-5)}`;
}

export const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
