import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n';
import type { Rule } from '../../schema';
import { FindingList } from '../../studio';
import { Part } from '../properties/parts';
import { useDesigner } from '../useDesigner';
import { RuleDialog } from './RuleDialog';
import { concerns, ruleText } from './ruleText';

interface Props {
  /** Only the rules that concern this field. */
  field?: string;
}

/** The rules of the form: what each does, and when. */
export function RuleList({ field }: Props) {
  const t = useText();
  const { document, studio, change, findings } = useDesigner();
  const [open, setOpen] = useState<number>();
  const rules = document.rules ?? [];
  const shown = rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => !field || concerns(rule, field));
  const put = (label: string, next: Rule[]) => change(label, (form) => ({ ...form, rules: next }));
  const found = field ? [] : (findings.get('rules') ?? []);
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
              <code className="jm-mono jm-hint">{rule.when ?? rule.check}</code>
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
      {found.length > 0 ? <FindingList document={document} findings={found} /> : null}
      {open === undefined ? null : (
        <RuleDialog
          document={document}
          tenant={studio.place.tenant}
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
