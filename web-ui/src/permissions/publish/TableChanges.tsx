import { DeleteOutlined, EditOutlined, PlusOutlined, SafetyOutlined } from '@ant-design/icons';
import { FieldTitle } from '../../fields/signs/FieldTitle';
import { useText } from '../../i18n';
import type { FormDocument } from '../../studio';
import { draftLevel } from '../groups';
import type { Publication } from '../queries';
import { fieldChanges, type FieldChange } from './changes';

interface Props {
  /** The version that counts; undefined for none. */
  before: FormDocument | undefined;
  after: FormDocument;
  plan: Publication;
}

const ICONS = { added: PlusOutlined, removed: DeleteOutlined, type: EditOutlined, level: SafetyOutlined };

/** What becomes of the fields, in words; the statements behind it for those who ask. */
export function TableChanges({ before, after, plan }: Props) {
  const t = useText();
  const changes = fieldChanges(before, after);
  const steps = (plan.table ?? []) as unknown as { change: string; subject: string; sql: string }[];
  return (
    <>
      {changes.length === 0 ? <p className="jm-quiet">{t('permissions.publish.noFields')}</p> : null}
      <ul className="jm-publish-list">
        {changes.map((change) => (
          <Change key={`${change.kind} ${change.field.key}`} change={change} />
        ))}
      </ul>
      {steps.length > 0 ? (
        <details className="jm-publish-steps">
          <summary>{t('permissions.publish.steps', { count: steps.length })}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.sql}>
                <p className="jm-hint">{t(`permissions.publish.step.${step.change}`, { subject: step.subject })}</p>
                <code className="jm-mono">{step.sql}</code>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function Change({ change }: { change: FieldChange }) {
  const t = useText();
  const Icon = ICONS[change.kind];
  const level = draftLevel(change.field);
  return (
    <li className={`jm-publish-change jm-publish-change-${change.kind}`}>
      <Icon aria-hidden />
      <span>
        <FieldTitle field={{ ...change.field, sensitivity: { ...change.field.sensitivity, level } }} />
        <span className="jm-hint">
          {change.kind === 'level'
            ? t('permissions.publish.change.level', {
                from: t(`field.tagName.${change.from}`),
                to: t(`field.tagName.${change.to}`),
              })
            : t(`permissions.publish.change.${change.kind}`)}
        </span>
      </span>
    </li>
  );
}
