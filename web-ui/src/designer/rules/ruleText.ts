import { i18n, local } from '../../i18n';
import type { Rule } from '../../schema';
import type { FormDocument } from '../../studio';

const EFFECTS = ['show', 'hide', 'require', 'readOnly'] as const;

/** What a rule does in one sentence: "显示 合同附件". */
export function ruleText(document: FormDocument, rule: Rule): string {
  if (rule.check !== undefined) return local(rule.message) || rule.check;
  const titles = (keys: string[]) =>
    keys
      .map((key) => local(document.fields.find((entry) => entry.key === key)?.title, key))
      .join(i18n.t('designer.comma'));
  return [
    ...EFFECTS.flatMap((effect) =>
      rule[effect]?.length ? [`${i18n.t(`designer.rule.${effect}`)} ${titles(rule[effect])}`] : [],
    ),
    ...(rule.set ? [`${i18n.t('designer.rule.set')} ${titles(Object.keys(rule.set))}`] : []),
  ].join(i18n.t('designer.semicolon'));
}

/** Whether a rule concerns a field. */
export function concerns(rule: Rule, key: string): boolean {
  return (
    EFFECTS.some((effect) => rule[effect]?.includes(key)) ||
    rule.at === key ||
    (rule.set !== undefined && key in rule.set)
  );
}
