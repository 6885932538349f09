import { i18n, local } from '../../i18n';
import type { Field, Rule } from '../../schema';
import type { FormDocument } from '../../studio';
import { isElement } from '../document/containers';
import { readCondition, wordOf } from './condition';

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

/** When a rule holds, as people say it: "金额 大于 5；等级 等于 重点". What is more than comparisons stands as written, by titles. */
export function conditionText(document: FormDocument, text: string): string {
  const fields = document.fields.filter((entry): entry is Field => !isElement(entry));
  const titleOf = (key: string) => local(fields.find((field) => field.key === key)?.title, key);
  const known = readCondition(text, fields);
  if (!known || known.parts.length === 0)
    return text.replace(/"(?:[^"\\]|\\.)*"|(?<![\w.])[A-Za-z_]\w*/g, (word) =>
      word.startsWith('"') ? word : titleOf(word),
    );
  return known.parts
    .map(({ field, op, value }) => {
      const option = fields.find(({ key }) => key === field)?.options?.find((each) => each.value === value);
      const word = i18n.t(`designer.rule.op.${wordOf(op)}`);
      const said = value === 'true' || value === 'false' ? i18n.t(`designer.rule.${value}`) : value;
      return [titleOf(field), word, local(option?.title, said)].filter(Boolean).join(' ');
    })
    .join(` ${i18n.t(`designer.rule.joined.${known.join}`)} `);
}

/** Whether a rule concerns a field. */
export function concerns(rule: Rule, key: string): boolean {
  return (
    EFFECTS.some((effect) => rule[effect]?.includes(key)) ||
    rule.at === key ||
    (rule.set !== undefined && key in rule.set)
  );
}
