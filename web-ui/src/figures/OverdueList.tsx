import { useId } from 'react';
import { Link } from 'react-router';
import { path, useMe, type Figures } from '../api';
import { useText } from '../i18n';
import { PersonName, When } from '../ui';

interface Props {
  tenant: string;
  app: string;
  overdue: Figures['overdue'];
}

/** What is late, longest first. Of records out of sight only that something is late. */
export function OverdueList({ tenant, app, overdue }: Props) {
  const t = useText();
  const id = useId();
  const me = useMe().data?.id;
  const mine = overdue.items.some((task) => task.assignee.id === me);
  return (
    <section className="jm-figures-part" aria-labelledby={id}>
      <h2 id={id} className="jm-figures-heading">
        {t('figures.overdueTasks')}
      </h2>
      <div className="jm-card">
        {overdue.items.length === 0 ? <p className="jm-quiet jm-figures-empty">{t('figures.noOverdue')}</p> : null}
        <ul>
          {overdue.items.map((task) => (
            <li key={task.id} className="jm-figures-task">
              <span>{task.nodeTitle || t('figures.formerNode')}</span>
              <PersonName person={task.assignee} />
              <span className="jm-quiet">
                {t('figures.dueAt')} <When at={task.due} />
              </span>
              {task.record ? (
                <Link
                  to={path`/t/${tenant}/apps/${app}/forms/${task.form}/records/${task.record}`}
                  aria-label={`${t('figures.openRecord')}: ${task.nodeTitle} ${task.assignee.name}`}
                >
                  {t('figures.openRecord')}
                </Link>
              ) : (
                <span className="jm-hint">{t('figures.hiddenRecord')}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      {overdue.more ? <p className="jm-hint">{t('figures.moreOverdue')}</p> : null}
      {mine ? (
        <p>
          <Link to={path`/t/${tenant}/tasks` + '?due=overdue'}>{t('figures.myOverdue')}</Link>
        </p>
      ) : null}
    </section>
  );
}
