import { Link, useParams } from 'react-router';
import { path, type WorkflowEntry } from '../api';
import { useText } from '../i18n';
import { StatusMark } from './StatusMark';

type Child = NonNullable<WorkflowEntry['children']>[number];
type Named = NonNullable<Child['record']>;

/** The workflows that an entry has started, each with its record where the reader may see it. */
export function Started({ of }: { of: Child[] }) {
  const t = useText();
  const ended = of.filter((child) => child.status !== 'running').length;
  return (
    <>
      <p className="jm-hint">{t('workflow.started', { count: of.length, ended })}</p>
      <ul className="jm-flow-started" aria-label={t('workflow.startedList')}>
        {of.map((child, index) => (
          <li key={index}>
            {child.record ? <To record={child.record} /> : <span className="jm-quiet">{t('workflow.unseen')}</span>}
            {child.status ? (
              <StatusMark status={child.status} />
            ) : (
              <span className="jm-quiet">{t('workflow.notBegun')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which record's workflow has started this one. */
export function StartedBy({ record }: { record: Named | null }) {
  const t = useText();
  return (
    <p className="jm-hint jm-flow-by">
      {t('workflow.startedBy')} {record ? <To record={record} /> : <span>{t('workflow.unseen')}</span>}
    </p>
  );
}

function To({ record }: { record: Named }) {
  const { tenant = '' } = useParams();
  if (!record.app || !tenant) return <span>{record.title}</span>;
  return (
    <Link to={path`/t/${tenant}/apps/${record.app}/forms/${record.form}/records/${record.id}`}>{record.title}</Link>
  );
}
