import { type FormPlace, type HistoryEntry, type WorkflowEntry } from '../../api';
import { FieldCell } from '../../fields';
import { local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { Face, usePersonName, When } from '../../ui';
import { nodeTitle } from '../../workflow';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  entries: HistoryEntry[];
  /** What was decided in its approvals, with the comments. */
  decisions: WorkflowEntry[];
}

/** Steps that people took; what the engine does by itself stands on the workflow tab. */
const TAKEN = ['approve', 'handle', 'reject', 'return', 'transfer', 'withdraw', 'terminate'];

/** Changes field by field and decisions, newest first, under the same masks as the record itself. */
export function History({ place, form, entries, decisions }: Props) {
  const t = useText();
  const taken = decisions.filter((entry) => TAKEN.includes(entry.action));
  if (entries.length + taken.length === 0) return <p className="jm-quiet">{t('records.noHistory')}</p>;
  const lines = [
    ...entries.map((entry) => ({ at: entry.at, line: <Change place={place} form={form} entry={entry} /> })),
    ...taken.map((entry) => ({ at: entry.at, line: <Decision entry={entry} /> })),
  ].sort((left, right) => Date.parse(right.at) - Date.parse(left.at));
  return (
    <ol className="jm-history">
      {lines.map(({ at, line }, index) => (
        <li key={`${at}-${index}`}>{line}</li>
      ))}
    </ol>
  );
}

function Change({ place, form, entry }: { place: FormPlace; form: FormDefinition; entry: HistoryEntry }) {
  const t = useText();
  const nameOf = usePersonName();
  return (
    <>
      <p className="jm-row jm-wrap">
        {entry.actor ? <Face id={entry.actor.id} name={nameOf(entry.actor)} /> : null}
        <strong>{nameOf(entry.actor)}</strong>
        <span>
          {t(`records.did.${entry.action.split('.').at(-1) ?? ''}`, { defaultValue: t('records.did.other') })}
        </span>
        <span className="jm-grow" />
        <span className="jm-hint">
          <When at={entry.at} />
        </span>
      </p>
      {entry.problem ? <p className="jm-error">{t('records.broken')}</p> : null}
      {entry.changes && entry.changes.length > 0 ? (
        <dl>
          {entry.changes.map((change) => {
            const field = fieldOf(form, change.field) ?? {
              key: change.field,
              type: 'text',
              title: t('records.otherField'),
            };
            return (
              <div key={change.field}>
                <dt>{local(field.title, field.key)}</dt>
                <dd>
                  {'from' in change && change.from !== null && change.from !== undefined ? (
                    <>
                      <span className="jm-before">
                        <FieldCell field={field} value={change.from} context={{ place }} />
                      </span>
                      <span aria-hidden> → </span>
                      <span className="jm-sr">{t('records.becomes')}</span>
                    </>
                  ) : null}
                  <FieldCell field={field} value={change.to} context={{ place }} />
                </dd>
              </div>
            );
          })}
        </dl>
      ) : null}
    </>
  );
}

function Decision({ entry }: { entry: WorkflowEntry }) {
  const t = useText();
  const nameOf = usePersonName();
  return (
    <>
      <p className="jm-row jm-wrap">
        {entry.actor ? <Face id={entry.actor.id} name={nameOf(entry.actor)} /> : null}
        <strong>{nameOf(entry.actor)}</strong>
        <span>
          {t(`records.did.${entry.action}`, { defaultValue: t('records.did.other') })}
          {nodeTitle(entry) ? <span className="jm-quiet"> · {nodeTitle(entry)}</span> : null}
          {entry.for ? (
            <span className="jm-quiet"> · {t('workflow.onBehalf', { name: nameOf(entry.for) })}</span>
          ) : null}
        </span>
        <span className="jm-grow" />
        <span className="jm-hint">
          <When at={entry.at} />
        </span>
      </p>
      {entry.comment ? <blockquote className="jm-quote">{entry.comment}</blockquote> : null}
    </>
  );
}
