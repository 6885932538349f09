import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { path, type FormPlace, type HistoryEntry } from '../../api';
import { FieldCell } from '../../fields';
import { local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { Face, When } from '../../ui';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  entries: HistoryEntry[];
}

/** Changes field by field, newest first, under the same masks as the record itself. */
export function History({ place, form, entries }: Props) {
  const t = useText();
  if (entries.length === 0) return <p className="jm-quiet">{t('records.noHistory')}</p>;
  return (
    <ol className="jm-history">
      {entries.map((entry, index) => (
        <li key={index}>
          <p className="jm-row jm-wrap">
            {entry.actor ? <Face id={entry.actor.id} name={entry.actor.name} /> : null}
            <Who entry={entry} tenant={place.tenant} />
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
        </li>
      ))}
    </ol>
  );
}

/** A name with a dotted underline leads to the audit entry behind it. */
function Who({ entry, tenant }: { entry: HistoryEntry; tenant: string }) {
  const t = useText();
  const name = entry.actor?.name ?? t('workflow.system');
  if (entry.audit === undefined || entry.audit === null) return <strong>{name}</strong>;
  return (
    <Tooltip title={t('records.toAudit')}>
      <Link className="jm-logged" to={path`/t/${tenant}/audit/${entry.audit}`}>
        {name}
      </Link>
    </Tooltip>
  );
}
