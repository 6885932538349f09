import { Button, Modal, Segmented, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Finding } from '../../api';
import { local, useText } from '../../i18n';
import type { Field, Rule } from '../../schema';
import { FeelInput, feelType, type FormDocument } from '../../studio';
import { isElement } from '../document/containers';
import { patched } from '../document/operations';
import { Many, One } from '../properties/Choose';
import { Line, Texts } from '../properties/parts';
import { namesOf } from '../useNames';
import { ConditionBuilder } from './ConditionBuilder';
import { readable } from './condition';

const EFFECTS = ['show', 'hide', 'require', 'readOnly'] as const;

interface Props {
  document: FormDocument;
  tenant: string;
  rule: Rule | undefined;
  /** What the last check found wrong with it, as it was then. */
  findings: Finding[];
  onKeep: (rule: Rule) => void;
  onClose: () => void;
}

/** A rule: what follows while a condition holds, or what must hold. */
export function RuleDialog({ document, tenant, rule, findings, onKeep, onClose }: Props) {
  const t = useText();
  const [draft, setDraft] = useState<Rule>(rule ?? { when: '' });
  const put = (patch: Partial<Record<keyof Rule, unknown>>) => setDraft((before) => patched(before, patch));
  const checks = draft.check !== undefined;
  // Of what is written anew meanwhile they say nothing.
  const found = (part: 'when' | 'check') =>
    draft[part] === rule?.[part] ? findings.filter(({ pointer }) => pointer?.endsWith(`/${part}`)) : NONE;
  const fields = document.fields.filter((entry): entry is Field => !isElement(entry));
  const options = fields.map(({ key, title }) => ({ value: key, label: local(title, key) }));
  const names = namesOf(document);
  const empty = checks
    ? !draft.check?.trim() || !local(draft.message)
    : !draft.when?.trim() || (EFFECTS.every((effect) => !draft[effect]) && !draft.set);
  return (
    <Modal
      open
      width={640}
      title={t(rule ? 'designer.rule.change' : 'designer.rule.new')}
      okText={t('designer.rule.keep')}
      cancelText={t('designer.rule.cancel')}
      okButtonProps={{ disabled: empty }}
      onOk={() => onKeep(draft)}
      onCancel={onClose}
    >
      <div className="jm-rule">
        <Segmented
          aria-label={t('designer.rule.sort')}
          value={checks ? 'check' : 'when'}
          options={['when', 'check'].map((value) => ({ value, label: t(`designer.rule.${value}`) }))}
          onChange={(sort) => setDraft(sort === 'check' ? { check: '', message: '' } : { when: '' })}
        />
        <Condition
          key={checks ? 'check' : 'when'}
          label={t(checks ? 'designer.rule.mustHold' : 'designer.rule.condition')}
          text={(checks ? draft.check : draft.when) ?? ''}
          fields={fields}
          names={names}
          tenant={tenant}
          findings={found(checks ? 'check' : 'when')}
          onChange={(text) => put(checks ? { check: text } : { when: text })}
        />
        {checks ? (
          <>
            <Texts
              label={t('designer.rule.message')}
              value={draft.message}
              onChange={(message) => put({ message: message ?? '' })}
            />
            <One
              label={t('designer.rule.at')}
              value={draft.at}
              options={options}
              clear
              onChange={(at) => put({ at })}
            />
          </>
        ) : (
          <>
            {EFFECTS.map((effect) => (
              <Many
                key={effect}
                label={t(`designer.rule.${effect}`)}
                value={draft[effect]}
                options={options}
                onChange={(keys) => put({ [effect]: keys })}
              />
            ))}
            <Sets
              value={draft.set ?? {}}
              fields={fields}
              names={names}
              tenant={tenant}
              onChange={(set) => put({ set: Object.keys(set).length > 0 ? set : undefined })}
            />
          </>
        )}
      </div>
    </Modal>
  );
}

const NONE: Finding[] = [];

interface ConditionProps {
  label: string;
  text: string;
  fields: Field[];
  names: ReturnType<typeof namesOf>;
  tenant: string;
  findings: Finding[];
  onChange: (text: string) => void;
}

/** Put together from parts where it can be; else, or when one likes, written. */
function Condition({ label, text, fields, names, tenant, findings, onChange }: ConditionProps) {
  const t = useText();
  const [written, setWritten] = useState(() => !readable(text, fields));
  const possible = readable(text, fields);
  return (
    <div className="jm-line">
      <div className="jm-row">
        <span className="jm-label">{label}</span>
        <span className="jm-grow" />
        <Button type="link" size="small" disabled={written && !possible} onClick={() => setWritten(!written)}>
          {t(written ? 'designer.rule.build' : 'designer.rule.write')}
        </Button>
      </div>
      {written ? (
        <FeelInput
          label={label}
          value={text}
          names={names}
          tenant={tenant}
          wants="boolean"
          findings={findings}
          onChange={onChange}
        />
      ) : (
        <ConditionBuilder text={text} fields={fields} onChange={onChange} />
      )}
    </div>
  );
}

interface SetsProps {
  value: Record<string, string>;
  fields: Field[];
  names: ReturnType<typeof namesOf>;
  tenant: string;
  onChange: (value: Record<string, string>) => void;
}

/** Fields that get a value while the condition holds. */
function Sets({ value, fields, names, tenant, onChange }: SetsProps) {
  const t = useText();
  const free = fields.filter((field) => !(field.key in value) && !field.formula && field.type !== 'subform');
  return (
    <Line label={t('designer.rule.set')}>
      {Object.entries(value).map(([key, text]) => {
        const field = fields.find((each) => each.key === key);
        return (
          <div key={key} className="jm-rule-set">
            <span>{local(field?.title, key)} =</span>
            <FeelInput
              label={t('designer.rule.setTo', { field: local(field?.title, key) })}
              value={text}
              names={names}
              tenant={tenant}
              wants={field ? feelType(field) : undefined}
              onChange={(next) => onChange({ ...value, [key]: next })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('designer.rule.removeSet', { field: local(field?.title, key) })}
              onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)))}
            />
          </div>
        );
      })}
      <Select
        value={null}
        aria-label={t('designer.rule.addSet')}
        placeholder={
          <>
            <PlusOutlined aria-hidden /> {t('designer.rule.addSet')}
          </>
        }
        options={free.map(({ key, title }) => ({ value: key, label: local(title, key) }))}
        onChange={(key: string | null) => (key === null ? undefined : onChange({ ...value, [key]: '' }))}
      />
    </Line>
  );
}
