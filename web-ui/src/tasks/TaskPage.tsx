import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useOutletContext, useParams } from 'react-router';
import {
  path,
  problemText,
  recordPath,
  useGet,
  type FormPlace,
  type Me,
  type Page,
  type TaskItem,
  type WorkflowView,
} from '../api';
import { LoadFailure } from '../ask';
import { draftBody, draftErrors, EditForm, problemErrors, ReadRecord, useDraft, useLive } from '../form';
import { local, useText } from '../i18n';
import { useReveal } from '../privacy';
import { PageSkeleton, RowsSkeleton, useTitle, When } from '../ui';
import { nodeTitle, StatusChart, WorkflowTimeline } from '../workflow';
import { ChangedSince } from './ChangedSince';
import { changedSince } from './seen';
import { DecisionBar, type Decision } from './DecisionBar';
import { boxPath } from './boxes';
import { LaterActs } from './LaterActs';
import { parseTask, type Task } from './task';
import { TaskTalk } from './TaskTalk';
import { useDecide } from './useDecide';
import './tasks.css';

/** After these one goes on with the same task. */
const STAYING: Decision['action'][] = ['save', 'addSigner', 'removeSigner', 'takeBack', 'remind'];

export function TaskPage() {
  const t = useText();
  const { tenant = '', id = '' } = useParams();
  const answer = useGet<unknown>(path`/tenants/${tenant}/tasks/${id}`, { staleTime: 0 });
  const task = useMemo(() => (answer.data ? parseTask(answer.data) : undefined), [answer.data]);
  if (answer.error && !task)
    return (
      <LoadFailure
        title={t('tasks.taskFailed')}
        error={answer.error}
        tenant={tenant}
        askable={false}
        onRetry={() => void answer.refetch()}
      />
    );
  return task ? <Loaded key={task.id} tenant={tenant} task={task} /> : <PageSkeleton label={t('app.loading')} />;
}

function Loaded({ tenant, task }: { tenant: string; task: Task }) {
  const t = useText();
  const me = useOutletContext<Me>();
  useTitle(nodeTitle(task), local(task.definition.title));
  const { message } = App.useApp();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const place = useMemo<FormPlace>(() => ({ tenant, app: task.app, form: task.form }), [tenant, task.app, task.form]);
  const { definition: form, record } = task;
  const { context, dialog } = useReveal({
    place,
    form,
    recordId: record.id,
    access: record.access,
    withdrawn: record.withdrawn,
    step: task.reveal ? { ...task.reveal, task: task.id } : null,
  });
  const user = useMemo(() => ({ id: me.id, name: me.name }), [me]);
  const draft = useDraft(form, record.data);
  const data = useMemo(() => ({ ...record.data, ...draft.changes }), [record.data, draft.changes]);
  const open = task.actions.includes('approve');
  const editable = Object.entries(record.access).flatMap(([key, access]) => (access === 'edit' ? [key] : []));
  const editing = open && editable.length > 0;
  const live = useLive(place, form, data, user, editing);
  const [checked, setChecked] = useState(false);
  const own = editing ? draftErrors(form, live.data, live, new Set(editable)) : {};

  const { decide, load } = useDecide(tenant, task, async (decision, next) => {
    const did = t(`tasks.did.${task.handsIn && decision.action === 'approve' ? 'handle' : decision.action}`);
    void message.success(next ? t('tasks.didThen', { did, next }) : did);
    if (STAYING.includes(decision.action)) return;
    const todo = await cache.fetchQuery<Page<TaskItem>>({ queryKey: [boxPath(tenant, 'todo')], staleTime: 0 });
    const following = todo.items.find((item) => item.id !== task.id);
    await navigate(following ? path`/t/${tenant}/tasks/${following.id}` : path`/t/${tenant}/tasks`);
  });
  const refused = problemErrors(decide.error);
  const problem = changedSince(decide.error) ? null : decide.error;
  const act = (decision: Decision) => {
    setChecked(true);
    const blocking = decision.action === 'approve' && Object.keys(own).length > 0;
    if (!blocking) decide.mutate({ ...decision, data: editing ? draftBody(form, draft.changes, live) : {} });
  };

  return (
    <div className="jm-page jm-task-page">
      <div className="jm-task-head">
        <h1 className="jm-title">{task.title || local(form.title, form.key)}</h1>
        <span className="jm-quiet">{nodeTitle(task)}</span>
        {task.for ? <span className="jm-quiet">· {t('tasks.onBehalf', { name: task.for.name })}</span> : null}
        {task.decision ? (
          <span className="jm-quiet">
            · {t(`tasks.did.${task.decision}`, { defaultValue: t('tasks.did.other') })}{' '}
            {task.doneAt ? <When at={task.doneAt} /> : null}
          </span>
        ) : null}
        <span className="jm-grow" />
        <Link to={path`/t/${tenant}/apps/${task.app}/forms/${task.form}/records/${record.id}`}>
          {t('tasks.openRecord')}
        </Link>
      </div>
      <div className="jm-task-columns">
        <div>
          <div className="jm-card">
            {editing ? (
              <EditForm
                place={place}
                form={form}
                record={record}
                live={live}
                changes={draft.changes}
                errors={{ ...(checked ? own : {}), ...refused }}
                context={context}
                onChange={draft.set}
              />
            ) : (
              <ReadRecord form={form} data={record.data} access={record.access} context={context} />
            )}
          </div>
          {changedSince(decide.error) ? (
            <ChangedSince
              place={place}
              form={form}
              problem={decide.error}
              busy={load.isPending}
              onLoad={() => load.mutate()}
            />
          ) : null}
          {open ? (
            <DecisionBar tenant={tenant} task={task} busy={decide.isPending} problem={problem} onDecide={act} />
          ) : (
            <LaterActs task={task} busy={decide.isPending} problem={problem} onAct={act} />
          )}
        </div>
        <aside className="jm-card jm-task-side" aria-label={t('tasks.timeline')}>
          <Timeline place={place} id={record.id} />
          <TaskTalk tenant={tenant} task={task} listOnly={open} />
        </aside>
      </div>
      {dialog}
    </div>
  );
}

function Timeline({ place, id }: { place: FormPlace; id: string }) {
  const t = useText();
  const view = useGet<WorkflowView>(`${recordPath(place, id)}/workflow`, { staleTime: 0 });
  return (
    <>
      <h2 className="jm-task-heading">{t('tasks.timeline')}</h2>
      {view.isPending ? (
        <RowsSkeleton label={t('app.loading')} rows={4} />
      ) : view.error ? (
        <p className="jm-quiet">{problemText(view.error)}</p>
      ) : (
        <>
          {view.data.status ? <StatusChart place={place} record={id} /> : null}
          <WorkflowTimeline tenant={place.tenant} view={view.data} />
        </>
      )}
    </>
  );
}
