import type { Access } from '../api';
import type { Field, Level } from '../schema';
import type { Entry, FormDocument, PermissionGroup } from '../studio';

/** What a group gives on a field. */
export type State = Access | 'hidden';

/** Lowest first; the keys 1 to 5 choose them. */
export const STATES: readonly State[] = ['hidden', 'masked', 'reveal', 'read', 'edit'];

/** What all fields have that a group does not name. */
export const OTHERS = '*';

const LEAST: Partial<Record<string, Level>> = {
  phone: 'personal',
  email: 'personal',
  address: 'personal',
  plate: 'personal',
  'id-card': 'sensitive',
  'bank-card': 'sensitive',
  geo: 'sensitive',
  signature: 'sensitive',
};

/** The level of a drafted field: its own word, else what its type implies. The server has the last word when it publishes. */
export function draftLevel(field: Field): Level {
  return field.sensitivity?.level ?? LEAST[field.type] ?? 'internal';
}

const LAYOUT = ['section', 'tabs', 'note'];

const isField = (entry: Entry): entry is Field => !LAYOUT.includes(entry.type);

/** Fields that hold values; a subform is one, its columns have what it has. */
export function fieldsOf(document: FormDocument): Field[] {
  return (document.fields ?? []).filter(isField);
}

export function groupsOf(document: FormDocument): PermissionGroup[] {
  return document.permissionGroups ?? [];
}

/** What a group says of a field, and whether it says so itself or by what it says of all others. */
export function said(group: PermissionGroup, field: Field): { access: State; own: boolean } {
  const named = group.fields?.[field.key];
  if (named) return { access: named, own: true };
  return { access: group.fields?.[OTHERS] ?? unsaid(draftLevel(field)), own: false };
}

/** Where a group says nothing at all (design, table of levels). */
function unsaid(level: Level): State {
  if (level === 'public') return 'read';
  return level === 'internal' ? 'hidden' : 'masked';
}

type Recipe = (document: FormDocument) => FormDocument;

const withGroups =
  (change: (groups: PermissionGroup[]) => PermissionGroup[]): Recipe =>
  (document) => ({ ...document, permissionGroups: change(groupsOf(document)) });

/** Changes the group at a place. */
export const changeGroup = (index: number, change: (group: PermissionGroup) => PermissionGroup): Recipe =>
  withGroups((groups) => groups.map((group, at) => (at === index ? change(group) : group)));

/** Gives fields an access in groups, each by its key. */
export const setAccess = (groups: readonly string[], fields: readonly string[], access: State): Recipe =>
  withGroups((all) =>
    all.map((group) =>
      groups.includes(group.key)
        ? {
            ...group,
            fields: { ...group.fields, ...Object.fromEntries(fields.map((field) => [field, access as Access])) },
          }
        : group,
    ),
  );

/** Takes back what a group says of fields, so that they have what all others have. */
export const clearAccess = (groups: readonly string[], fields: readonly string[]): Recipe =>
  withGroups((all) =>
    all.map((group) =>
      groups.includes(group.key)
        ? {
            ...group,
            fields: Object.fromEntries(Object.entries(group.fields ?? {}).filter(([field]) => !fields.includes(field))),
          }
        : group,
    ),
  );

function freshKey(groups: PermissionGroup[], wish: string): string {
  const taken = new Set(groups.map((group) => group.key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wish : `${wish}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** A group that lets nobody in yet. */
export function newGroup(document: FormDocument, title: PermissionGroup['title']): PermissionGroup {
  return {
    key: freshKey(groupsOf(document), 'group'),
    ...(title ? { title } : {}),
    members: {},
    actions: ['read'],
    fields: { [OTHERS]: 'masked' },
  };
}

export const addGroup = (group: PermissionGroup): Recipe => withGroups((groups) => [...groups, group]);

export const copyGroup = (
  index: number,
  titled: (title: PermissionGroup['title']) => PermissionGroup['title'],
): Recipe =>
  withGroups((groups) => {
    const group = groups[index];
    if (!group) return groups;
    const title = titled(group.title);
    const copy = { ...group, key: freshKey(groups, `${group.key}-copy`), ...(title ? { title } : {}) };
    return [...groups.slice(0, index + 1), copy, ...groups.slice(index + 1)];
  });

export const removeGroup = (index: number): Recipe => withGroups((groups) => groups.filter((_, at) => at !== index));

/** Order gives no rights; it is that of the cards and of the columns. */
export const moveGroup = (index: number, by: 1 | -1): Recipe =>
  withGroups((groups) => {
    const to = index + by;
    const group = groups[index];
    const other = groups[to];
    if (!group || !other) return groups;
    return groups.map((each, at) => (at === index ? other : at === to ? group : each));
  });

/** Of a protected field that a version adds: groups that give something to all others must name it (group.new-field-unnamed). */
export interface Unnamed {
  field: string;
  groups: string[];
}

interface Located {
  code: string;
  pointer?: string | undefined;
  params?: Record<string, unknown> | undefined;
}

export function unnamed(document: FormDocument, findings: readonly Located[]): Unnamed[] {
  const groups = groupsOf(document);
  const byField = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.code !== 'group.new-field-unnamed') continue;
    const index = Number(/^\/permissionGroups\/(\d+)/.exec(finding.pointer ?? '')?.[1]);
    const group = groups[index];
    const field = finding.params?.['field'];
    if (!group || typeof field !== 'string') continue;
    byField.set(field, [...(byField.get(field) ?? []), group.key]);
  }
  return [...byField].map(([field, keys]) => ({ field, groups: keys }));
}
