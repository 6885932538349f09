import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n';
import type { Rule } from '../../schema';
import { ruleOf } from '../document/findings';
import { FindingList } from '../../studio';
import { Part } from '../properties/parts';
import { useDesigner } from '../useDesigner';
import { RuleDialog } from './RuleDialog';
import { concerns, conditionText, ruleText } from './ruleText';

interface Props {
  /** Only the rules that concern this field. */
  field?: string;
  /** Number of the rule that somebody asked for elsewhere, such as by its finding. */
  asked?: { rule: number } | undefined;
}

/** The rules of the form: what each does, and when. */
export function RuleList({ field, asked }: Props) {
  const t = useText();
  const { document, studio, change, findings } = useDesigner();
  const [open, setOpen] = useState<number>();
  const [heard, setHeard] = useState(asked);
  if (heard !== asked) {
    setHeard(asked);
    setOpen(asked?.rule);
  }
  const rules = document.rules ?? [];
  const shown = rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => !field || concerns(rule, field));
  const put = (label: string, next: Rule[]) => change(label, (form) => ({ ...form, rules: next }));
  const found = findings.get('rules') ?? [];
  const here = field ? found.filter((finding) => shown.some(({ index }) => index === ruleOf(finding))) : found;
  return (
    <Part
      title={t('designer.part.rules')}
      extra={
        <Button
          size="small"
          type="link"
          icon={<PlusOutlined aria-hidden />}
          disabled={document.fields.length === 0}
          onClick={() => setOpen(rules.length)}
        >
          {t('designer.rule.new')}
        </Button>
      }
    >
      {shown.length === 0 ? <p className="jm-hint">{t('designer.rule.none')}</p> : null}
      <ul className="jm-rules">
        {shown.map(({ rule, index }) => (
          <li key={index}>
            <button type="button" className="jm-plain" onClick={() => setOpen(index)}>
              <span>{ruleText(document, rule) || t('designer.rule.empty')}</span>
              <span className="jm-hint">{conditionText(document, rule.when ?? rule.check ?? '')}</span>
            </button>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`${t('designer.delete')}: ${ruleText(document, rule)}`}
              onClick={() =>
                put(
                  t('designer.did.ruleRemoved'),
                  rules.filter((_, at) => at !== index),
                )
              }
            />
          </li>
        ))}
      </ul>
      {here.length > 0 ? (
        <FindingList document={document} findings={here} onOpen={(finding) => setOpen(ruleOf(finding))} />
      ) : null}
      {open === undefined ? null : (
        <RuleDialog
          document={document}
          tenant={studio.place.tenant}
          findings={found.filter((finding) => ruleOf(finding) === open)}
          rule={rules[open] ?? (field ? { when: '', show: [field] } : undefined)}
          onClose={() => setOpen(undefined)}
          onKeep={(rule) => {
            put(
              t('designer.did.rule'),
              open < rules.length ? rules.map((each, at) => (at === open ? rule : each)) : [...rules, rule],
            );
            setOpen(undefined);
          }}
        />
      )}
    </Part>
  );
}
