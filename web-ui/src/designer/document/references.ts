import type { Field, LayoutElement, Rule } from '../../schema';
import type { Entry, FormDocument, PermissionGroup, PublicOption } from '../../studio';
import { columnsOf, isElement } from './containers';
import { linkedRenamed, NOBODYS, type Theirs } from './linked';

const EFFECTS = ['show', 'hide', 'require', 'readOnly'] as const;

/** The document without any mention of these fields outside expressions; what is left without an effect goes too. */
export function forgotten(document: FormDocument, keys: ReadonlySet<string>): FormDocument {
  const kept = (names: string[]) => names.filter((name) => !keys.has(name));
  const named = <V>(map: Record<string, V>) =>
    Object.fromEntries(Object.entries(map).filter(([name]) => !keys.has(name)));
  const rules = (document.rules ?? []).flatMap((rule) => {
    const next = ruleWith(rule, kept, named);
    if (next.at !== undefined && keys.has(next.at)) delete next.at;
    return acts(rule) && !acts(next) ? [] : [next];
  });
  return compact({
    ...document,
    rules: document.rules && rules,
    layout: document.layout?.map((block) => ({ ...block, fields: kept(block.fields ?? []) })),
    fields: document.fields.map((entry) => (isElement(entry) ? elementWith(entry, kept) : entry)),
    permissionGroups: document.permissionGroups?.map((group) => groupWith(group, kept, named)),
    views: document.views?.map((view) => viewWithout(view, keys)),
    dataSubject: document.dataSubject && subjectWithout(document.dataSubject, keys),
    public: document.public && askedWith(document.public, kept),
  });
}

/** Whether a rule does anything to a field, or checks. */
const acts = (rule: Rule) =>
  rule.check !== undefined || rule.set !== undefined || EFFECTS.some((effect) => rule[effect]?.length);

/** How many rules a document has lost to another: those that did something only to what is gone. */
export const rulesLost = (before: FormDocument, after: FormDocument) =>
  (before.rules?.length ?? 0) - (after.rules?.length ?? 0);

/** A field under another key, everywhere: layout, rules, rights, views and expressions. */
export function renamed(document: FormDocument, from: string, to: string, theirs: Theirs = NOBODYS): FormDocument {
  const name = (key: string) => (key === from ? to : key);
  const names = (keys: string[]) => keys.map(name);
  const named = <V>(map: Record<string, V>) =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [name(key), value]));
  const feel = (text: string) => renamedIn(text, from, to);
  const sorted = (keys: string[]) => keys.map((key) => (key.startsWith('-') ? `-${name(key.slice(1))}` : name(key)));
  return compact({
    ...document,
    fields: document.fields.map((entry) => {
      const next = entryRenamed(entry, name, names, feel);
      return isElement(next) ? next : linkedRenamed(next, document.key, theirs, from, to);
    }),
    layout: document.layout?.map((block) => ({ ...block, fields: names(block.fields ?? []) })),
    rules: document.rules?.map((rule) => {
      const next = ruleWith(rule, names, named);
      if (next.at !== undefined) next.at = name(next.at);
      if (next.when !== undefined) next.when = feel(next.when);
      if (next.check !== undefined) next.check = feel(next.check);
      if (next.set) next.set = Object.fromEntries(Object.entries(next.set).map(([key, text]) => [key, feel(text)]));
      return next;
    }),
    permissionGroups: document.permissionGroups?.map((group) => {
      const next = groupWith(group, names, named);
      if (next.scope) next.scope = feel(next.scope);
      if (next.writeScope) next.writeScope = feel(next.writeScope);
      return next;
    }),
    views: document.views?.map((view) => ({
      ...view,
      ...(Array.isArray(view['columns']) ? { columns: names(view['columns'] as string[]) } : {}),
      ...(Array.isArray(view['sort']) ? { sort: sorted(view['sort'] as string[]) } : {}),
      ...(typeof view['filter'] === 'string' ? { filter: feel(view['filter']) } : {}),
      ...(typeof view['groupBy'] === 'string' ? { groupBy: name(view['groupBy']) } : {}),
      ...(typeof view['dateField'] === 'string' ? { dateField: name(view['dateField']) } : {}),
    })),
    public: document.public && askedWith(document.public, names),
    dataSubject: document.dataSubject && {
      ...document.dataSubject,
      ...(document.dataSubject.identifiedBy ? { identifiedBy: names(document.dataSubject.identifiedBy) } : {}),
      ...(document.dataSubject.displayedBy ? { displayedBy: name(document.dataSubject.displayedBy) } : {}),
    },
  });
}

/** A name in an expression replaced, but not in its texts nor behind a point. */
export function renamedIn(expression: string, from: string, to: string): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"|(?<![\w.])[A-Za-z_]\w*/g, (token) => (token === from ? to : token));
}

function entryRenamed(
  entry: Entry,
  name: (key: string) => string,
  names: (keys: string[]) => string[],
  feel: (text: string) => string,
): Entry {
  if (isElement(entry)) return { ...elementWith(entry, names), key: name(entry.key) };
  const field = expressionsOf(entry, feel);
  const columns = columnsOf(entry);
  return {
    ...field,
    key: name(entry.key),
    ...(typeof field.through === 'string' ? { through: name(field.through) } : {}),
    ...(entry.type === 'roll-up' && typeof field.of === 'string' ? { of: name(field.of) } : {}),
    ...(columns.length > 0 ? { fields: columns.map((column) => expressionsOf(column, feel)) } : {}),
  };
}

/** The expressions of a field rewritten; the filter of a roll-up names the fields of its rows, not those of this form. */
export function expressionsOf(field: Field, feel: (text: string) => string): Field {
  const next: Field & { requiredWhen?: string } = { ...field };
  if (next.formula) next.formula = feel(next.formula);
  if (next.requiredWhen) next.requiredWhen = feel(next.requiredWhen);
  const given = next.default as { formula?: string } | undefined;
  if (typeof given === 'object' && given !== null && typeof given.formula === 'string')
    next.default = { formula: feel(given.formula) };
  return next;
}

type Names = (keys: string[]) => string[];
type Named = <V>(map: Record<string, V>) => Record<string, V>;

function ruleWith(rule: Rule, names: Names, named: Named): Rule {
  const effects = EFFECTS.flatMap((effect) => {
    const left = names(rule[effect] ?? []);
    return left.length > 0 ? [[effect, left] as const] : [];
  });
  const set = named(rule.set ?? {});
  const rest = Object.entries(rule).filter(([name]) => name !== 'set' && !EFFECTS.some((effect) => effect === name));
  return {
    ...Object.fromEntries(rest),
    ...Object.fromEntries(effects),
    ...(Object.keys(set).length > 0 ? { set } : {}),
  };
}

function elementWith(element: LayoutElement, names: Names): LayoutElement {
  return {
    ...element,
    ...(element.fields ? { fields: names(element.fields) } : {}),
    ...(element.tabs ? { tabs: element.tabs.map((tab) => ({ ...tab, fields: names(tab.fields ?? []) })) } : {}),
  };
}

function groupWith(group: PermissionGroup, names: Names, named: Named): PermissionGroup {
  return {
    ...group,
    ...(group.fields ? { fields: named(group.fields) } : {}),
    ...(group.replace ? { replace: names(group.replace) } : {}),
  };
}

function viewWithout(view: Record<string, unknown>, keys: ReadonlySet<string>): Record<string, unknown> {
  const gone = (key: unknown) => typeof key === 'string' && keys.has(key.replace(/^-/, ''));
  return Object.fromEntries(
    Object.entries(view).flatMap(([name, value]) => {
      if (Array.isArray(value)) return [[name, value.filter((key) => !gone(key))]];
      return ['groupBy', 'dateField'].includes(name) && gone(value) ? [] : [[name, value]];
    }),
  );
}

function subjectWithout(subject: NonNullable<FormDocument['dataSubject']>, keys: ReadonlySet<string>) {
  const { displayedBy, ...rest } = subject;
  return {
    ...rest,
    ...(subject.identifiedBy ? { identifiedBy: subject.identifiedBy.filter((key) => !keys.has(key)) } : {}),
    ...(displayedBy !== undefined && !keys.has(displayedBy) ? { displayedBy } : {}),
  };
}

const askedWith = (option: PublicOption, names: Names): PublicOption => ({
  ...option,
  ...(option.fields ? { fields: names(option.fields) } : {}),
});

/** Without the members that are not there. */
function compact(document: { [Name in keyof FormDocument]: FormDocument[Name] | undefined }): FormDocument {
  return Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== undefined),
  ) as unknown as FormDocument;
}
