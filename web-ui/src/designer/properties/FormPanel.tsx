import { useState } from 'react';
import { useText, local } from '../../i18n';
import { isProtected, type Field } from '../../schema';
import { FindingList, type FormDocument } from '../../studio';
import { isElement } from '../document/containers';
import { concerned, ruleOf } from '../document/findings';
import { patched } from '../document/operations';
import { RuleList } from '../rules/RuleList';
import { useDesigner } from '../useDesigner';
import { Many, One } from './Choose';
import { Part, Texts } from './parts';
import { PeriodLine } from './PeriodLine';
import { PublicPart } from './PublicPart';

/** What belongs to the form as a whole: names, whose data it holds, how long, rules, and what the last check found. */
export function FormPanel() {
  const t = useText();
  const { document, change, findings, select } = useDesigner();
  const set = (patch: Partial<Record<keyof FormDocument, unknown>>) =>
    change(t('designer.did.form'), (form) => patched(form, patch), `form ${Object.keys(patch).join()}`);
  const [asked, setAsked] = useState<{ rule: number }>();
  const all = [...findings.values()].flat();
  return (
    <div className="jm-properties">
      <h2 className="jm-properties-head">{t('designer.form')}</h2>
      <Part title={t('designer.part.words')}>
        <Texts label={t('designer.title')} value={document.title} onChange={(title) => set({ title: title ?? '' })} />
        <Texts
          label={t('designer.description')}
          value={document.description}
          area
          onChange={(description) => set({ description })}
        />
      </Part>
      <Part title={t('designer.part.findings')}>
        <FindingList
          document={document}
          findings={all}
          onOpen={(finding) => {
            const at = concerned(document, finding);
            if (at === 'rules') setAsked({ rule: ruleOf(finding) ?? 0 });
            else if (at.startsWith('block/')) select({ is: 'block', index: Number(at.slice(6)) });
            else if (at !== '') select({ is: 'entry', path: at });
          }}
        />
      </Part>
      <RuleList asked={asked} />
      <Subject document={document} set={set} />
      <PublicPart set={set} />
      <Part title={t('designer.part.retention')}>
        <PeriodLine
          label={t('designer.retention')}
          value={document.retention?.keepFor}
          onChange={(keepFor) =>
            set({
              retention: keepFor ? { from: 'updatedAt', then: 'archive', ...document.retention, keepFor } : undefined,
            })
          }
        />
        {document.retention ? (
          <One
            label={t('designer.then')}
            value={document.retention.then ?? 'archive'}
            options={['archive', 'trash', 'erase'].map((value) => ({ value, label: t(`designer.thens.${value}`) }))}
            onChange={(then) => set({ retention: { ...document.retention, then } })}
          />
        ) : null}
      </Part>
    </div>
  );
}

/** Whose data the records hold, and by what somebody is known again. */
function Subject({
  document,
  set,
}: {
  document: FormDocument;
  set: (patch: Partial<Record<keyof FormDocument, unknown>>) => void;
}) {
  const t = useText();
  const subject = document.dataSubject;
  const fields = document.fields.filter((entry): entry is Field => !isElement(entry));
  const option = ({ key, title }: Field) => ({ value: key, label: local(title, key) });
  const exact = fields.filter((field) => isProtected(field) && field.sensitivity?.search?.includes('exact'));
  const named = fields.filter((field) => ['text', 'serial'].includes(field.type));
  const put = (patch: Record<string, unknown>) => set({ dataSubject: patched(subject ?? { type: '' }, patch) });
  return (
    <Part title={t('designer.part.subject')}>
      <One
        label={t('designer.subject')}
        value={subject?.type}
        clear
        hint={t('designer.subjectHint')}
        placeholder={t('designer.subjectNone')}
        options={['natural-person', 'employee', 'minor'].map((value) => ({
          value,
          label: t(`designer.subjects.${value}`),
        }))}
        onChange={(type) => (type === undefined ? set({ dataSubject: undefined }) : put({ type }))}
      />
      {subject ? (
        <>
          <Many
            label={t('designer.identifiedBy')}
            value={subject.identifiedBy}
            hint={exact.length === 0 ? t('designer.identifiedByHint') : undefined}
            options={exact.map(option)}
            onChange={(identifiedBy) => put({ identifiedBy })}
          />
          <One
            label={t('designer.displayedBy')}
            value={subject.displayedBy}
            clear
            options={named.map(option)}
            onChange={(displayedBy) => put({ displayedBy })}
          />
        </>
      ) : null}
    </Part>
  );
}
