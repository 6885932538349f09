import { Input, Segmented } from 'antd';
import { local } from '../../i18n';
import { useFlow } from '../context';
import { put, type AutomationStep } from '../model/document';
import { useWords } from '../useWords';
import { AssigneesEditor } from './AssigneesPart';
import { CreateEditor } from './CreateEditor';
import { ExpressionInput } from './ExpressionInput';
import { Choice, Labelled, Many, SpanInput, TextLine } from './parts';
import { ValuesEditor } from './ValuesEditor';
import { Within } from './Within';

interface Props<K extends keyof AutomationStep> {
  step: NonNullable<AutomationStep[K]>;
  onChange: (step: AutomationStep) => void;
}

/** One thing that an automation does. */
export function StepEditor({ step, onChange }: { step: AutomationStep; onChange: (step: AutomationStep) => void }) {
  if (step.create)
    return (
      <Within at="/create">
        <CreateEditor create={step.create} onChange={(create) => onChange({ create })} />
      </Within>
    );
  if (step.update) return <UpdateEditor step={step.update} onChange={onChange} />;
  if (step.link) return <LinkEditor step={step.link} onChange={onChange} />;
  if (step.webhook) return <WebhookEditor step={step.webhook} onChange={onChange} />;
  if (step.notify) return <NotifyEditor step={step.notify} onChange={onChange} />;
  return <WaitEditor step={step.wait ?? {}} onChange={onChange} />;
}

function useRelations() {
  const { fields } = useFlow();
  return fields
    .filter((field) => ['relation', 'relations'].includes(field.type))
    .map((field) => ({ value: field.key, label: local(field.title, field.key) }));
}

function UpdateEditor({ step, onChange }: Props<'update'>) {
  const { t } = useWords();
  const relations = useRelations();
  return (
    <>
      <Choice
        label={t('flowDesign.update.which')}
        value={step.through ?? ''}
        onChange={(through) => onChange({ update: put(step, { through: through === '' ? undefined : through }) })}
        options={[{ value: '', label: t('flowDesign.update.this') }, ...relations]}
      />
      <Within at="/update/values">
        <ValuesEditor values={step.values} onChange={(values) => onChange({ update: { ...step, values } })} />
      </Within>
    </>
  );
}

function LinkEditor({ step, onChange }: Props<'link'>) {
  const { t } = useWords();
  return (
    <>
      <Choice
        label={t('flowDesign.link.field')}
        value={step.field}
        onChange={(field) => onChange({ link: { ...step, field } })}
        options={useRelations()}
      />
      <ExpressionInput
        label={t('flowDesign.link.to')}
        name="link/to"
        hint={t('flowDesign.link.toHint')}
        value={step.to ?? ''}
        onChange={(to) => onChange({ link: put(step, { to: to === '' ? undefined : to }) })}
      />
    </>
  );
}

function WebhookEditor({ step, onChange }: Props<'webhook'>) {
  const { t } = useWords();
  const { fields } = useFlow();
  return (
    <>
      <Labelled label={t('flowDesign.webhook.url')}>
        {(id) => (
          <Input
            id={id}
            value={step.url}
            inputMode="url"
            onChange={(event) => onChange({ webhook: { ...step, url: event.target.value } })}
          />
        )}
      </Labelled>
      <Labelled label={t('flowDesign.webhook.event')} hint={t('flowDesign.webhook.eventHint')}>
        {(id) => (
          <Input
            id={id}
            value={step.event ?? ''}
            onChange={(event) => onChange({ webhook: put(step, { event: event.target.value || undefined }) })}
          />
        )}
      </Labelled>
      <Many
        label={t('flowDesign.webhook.fields')}
        value={step.fields ?? []}
        onChange={(chosen) => onChange({ webhook: put(step, { fields: chosen.length > 0 ? chosen : undefined }) })}
        options={fields.map((field) => ({ value: field.key, label: local(field.title, field.key) }))}
      />
      <p className="jm-hint">{t('flowDesign.webhook.fieldsHint')}</p>
    </>
  );
}

function NotifyEditor({ step, onChange }: Props<'notify'>) {
  const { t } = useWords();
  const computed = step.formula !== undefined;
  return (
    <>
      <Within at="/notify/assignees">
        <AssigneesEditor
          assignees={step.assignees}
          onChange={(assignees) => onChange({ notify: { ...step, assignees } })}
        />
      </Within>
      <Segmented
        size="small"
        aria-label={t('flowDesign.notify.how')}
        value={computed ? 'formula' : 'text'}
        onChange={(how) =>
          onChange({
            notify:
              how === 'formula'
                ? put(step, { text: undefined, formula: '' })
                : put(step, { formula: undefined, text: '' }),
          })
        }
        options={(['text', 'formula'] as const).map((each) => ({ value: each, label: t(`flowDesign.notify.${each}`) }))}
      />
      {computed ? (
        <ExpressionInput
          label={t('flowDesign.notify.formula')}
          name="notify/formula"
          wants="string"
          hint={t('flowDesign.notify.formulaHint')}
          value={step.formula ?? ''}
          onChange={(formula) => onChange({ notify: { ...step, formula } })}
        />
      ) : (
        <TextLine
          label={t('flowDesign.notify.text')}
          value={step.text}
          onChange={(text) => onChange({ notify: { ...step, text: text ?? '' } })}
        />
      )}
    </>
  );
}

function WaitEditor({ step, onChange }: Props<'wait'>) {
  const { t } = useWords();
  const until = step.until !== undefined;
  return (
    <>
      <Segmented
        size="small"
        aria-label={t('flowDesign.step.wait')}
        value={until ? 'until' : 'for'}
        onChange={(how) => onChange({ wait: how === 'until' ? { until: '' } : { for: 'P1D' } })}
        options={(['for', 'until'] as const).map((each) => ({ value: each, label: t(`flowDesign.waiting.${each}`) }))}
      />
      {until ? (
        <ExpressionInput
          label={t('flowDesign.waiting.until')}
          name="wait/until"
          hint={t('flowDesign.waiting.untilHint')}
          value={step.until ?? ''}
          onChange={(next) => onChange({ wait: { until: next } })}
        />
      ) : (
        <SpanInput
          label={t('flowDesign.waiting.for')}
          value={step.for ?? 'P1D'}
          onChange={(next) => onChange({ wait: { for: next } })}
        />
      )}
    </>
  );
}
