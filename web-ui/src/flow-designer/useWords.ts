import { createContext, useContext, useMemo } from 'react';
import { useDepartments, useMembers, usePurposeTitle } from '../api';
import { local, useText } from '../i18n';
import type { Field } from '../schema';
import { read, titled, type Comparison } from './model/conditions';
import type { Assignees, FlowNode, Rule, Sign } from './model/document';

/** How the designer speaks of what it holds: nodes, people, conditions, in the reader's language. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('a part of the designer stands outside of it');
  return words;
}

const Context = createContext<Words | null>(null);
export const WordsProvider = Context.Provider;
export type Words = ReturnType<typeof wordsOf>;

/** The words of one form and one tenant; made once for all parts, anew when names come or change. */
export function useWordsOf(tenant: string, fields: readonly Field[]): Words {
  const t = useText();
  const members = useMembers(tenant).data?.items;
  const departments = useDepartments(tenant).data?.items;
  const purpose = usePurposeTitle(tenant);
  return useMemo(
    () => wordsOf({ t, fields, members: members ?? [], departments: departments ?? [], purpose }),
    [t, fields, members, departments, purpose],
  );
}

interface Known {
  t: ReturnType<typeof useText>;
  fields: readonly Field[];
  members: readonly { id: string; name: string; username?: string }[];
  departments: readonly { id: string; name: string }[];
  purpose: (key: string) => string;
}

function wordsOf({ t, fields, members, departments, purpose }: Known) {
  const role = (key: string) => t(`flowDesign.role.${key}`, { defaultValue: key });
  const member = (id: string) => members.find((each) => each.id === id || each.username === id)?.name ?? id;
  const department = (id: string) => departments.find((each) => each.id === id)?.name ?? id;
  const list = (items: string[]) => items.join(t('workflow.comma'));

  const fieldOf = (key: string): Field | undefined => fields.find((field) => field.key === key);
  const fieldTitle = (key: string) => local(fieldOf(key)?.title, key);
  const nodeTitle = (node: FlowNode) => local(node.title) || t(`flowDesign.type.${node.type}`);

  const rule = (by: Rule): string => {
    if (by.members) return by.members.length > 0 ? list(by.members.map(member)) : t('flowDesign.who.nobody');
    if (by.roles) return t('flowDesign.who.roles', { names: list(by.roles.map(role)) });
    if (by.departments) return t('flowDesign.who.departments', { names: list(by.departments.map(department)) });
    if (by.headOf !== undefined) {
      const of = by.headOf === 'initiator' ? t('flowDesign.who.ofInitiator') : fieldTitle(by.headOf);
      return (by.levels ?? 1) > 1
        ? t('flowDesign.who.heads', { of, count: by.levels ?? 1 })
        : t('flowDesign.who.head', { of });
    }
    if (by.initiator) return t('flowDesign.who.initiator');
    if (by.field !== undefined) return t('flowDesign.who.field', { field: fieldTitle(by.field) });
    if (by.previous) return t('flowDesign.who.previous');
    if (by.expression !== undefined) return t('flowDesign.who.expression');
    return t('flowDesign.who.nobody');
  };

  const mode = (sign: Sign | undefined): string => {
    const which = sign?.mode ?? 'any';
    return which === 'ratio'
      ? t('flowDesign.mode.ratioOf', { share: Math.round((sign?.ratio ?? 1) * 100) })
      : t(`flowDesign.mode.${which}`);
  };

  const value = (line: Comparison, text: string): string => {
    const field = fieldOf(line.field);
    if (field?.type === 'switch') return t(text === 'true' ? 'flowDesign.yes' : 'flowDesign.no');
    const option = field?.options?.find((each) => each.value === text);
    return option ? local(option.title, option.value) : text;
  };

  const comparison = (line: Comparison): string => {
    const field = fieldTitle(line.field);
    if (line.op === 'filled' || line.op === 'empty') return t(`flowDesign.compare.${line.op}`, { field });
    const values = line.values.map((each) => value(line, each));
    if (line.op === 'in') return t('flowDesign.compare.in', { field, values: list(values) });
    return `${field} ${t(`flowDesign.op.${line.op}`)} ${values[0] ?? ''}`;
  };

  /** A condition as one reads it; what only a formula can say, with the titles of its fields. */
  const condition = (expression: string | undefined): string => {
    if (expression === undefined || expression.trim() === '') return t('flowDesign.condition.none');
    const known = read(expression);
    if (!known) return titled(expression, (key) => (fieldOf(key) ? fieldTitle(key) : undefined));
    return known.lines.map(comparison).join(t(known.all ? 'flowDesign.condition.and' : 'flowDesign.condition.or'));
  };

  const who = (assignees: Assignees | undefined) => (assignees ? rule(assignees) : t('flowDesign.who.nobody'));
  return { t, nodeTitle, fieldTitle, fieldOf, who, rule, role, member, department, mode, condition, purpose, list };
}
