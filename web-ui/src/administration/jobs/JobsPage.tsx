import { CheckCircleOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Progress, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { call, findingText, path, problemText, useFormByKey, useGet, useMembers, type Page } from '../../api';
import type { components } from '../../api/generated/schema';
import { formatNumber, i18n, local, useText } from '../../i18n';
import { Empty, When } from '../../ui';
import { AdminPage } from '../Page';

type Job = components['schemas']['Job'];

/** What runs, waits or has lately ended, whoever began it; what can be stopped is stopped here. */
export function JobsPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const jobs = useGet<Page<Job>>(path`/tenants/${tenant}/jobs`, {
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(({ open }) => open) ? 2_000 : 15_000),
  });
  const items = jobs.data?.items ?? [];
  return (
    <AdminPage
      tenant={tenant}
      title={t('administration.jobs.title')}
      hint={
        <>
          <p>{t('administration.jobs.hint')}</p>
          <Link to={path`/t/${tenant}/health`}>{t('administration.jobs.toHealth')}</Link>
        </>
      }
      needs={jobs}
    >
      <div className="jm-card">
        {items.length === 0 ? (
          <Empty
            icon={<CheckCircleOutlined aria-hidden />}
            title={t('administration.jobs.none')}
            hint={t('administration.jobs.noneHint')}
          />
        ) : (
          <ul aria-label={t('administration.jobs.title')}>
            {items.map((job) => (
              <Line key={`${job.kind} ${job.id}`} tenant={tenant} job={job} />
            ))}
          </ul>
        )}
      </div>
    </AdminPage>
  );
}

function Line({ tenant, job }: { tenant: string; job: Job }) {
  const t = useText();
  const form = useFormByKey(tenant, job.form);
  const who = useMembers(tenant).data?.items.find(({ id }) => id === job.actor)?.name;
  const title = t(`administration.jobs.kind.${job.kind}`, { form: local(form?.title, job.form) });
  const status = `administration.jobs.status.${job.status}`;
  const share = job.total ? Math.min(100, Math.floor((job.done / job.total) * 100)) : null;
  return (
    <li className="jm-admin-line">
      <div className="jm-grow">
        <p className="jm-row jm-wrap">
          <span>{title}</span>
          <Tag className="jm-admin-tag" color={job.status === 'failed' ? 'error' : 'default'}>
            {i18n.exists(status) ? t(status) : t('administration.jobs.status.running')}
          </Tag>
        </p>
        <p className="jm-hint">
          {who ? `${who} · ` : null}
          <When at={job.createdAt} /> ·{' '}
          {job.total
            ? t('administration.jobs.doneOf', { done: formatNumber(job.done), total: formatNumber(job.total) })
            : t('administration.jobs.done', { done: formatNumber(job.done) })}
          {job.failed > 0 ? ` · ${t('administration.jobs.failedRows', { count: job.failed })}` : null}
        </p>
        {job.problem ? <p className="jm-hint">{findingText({ code: job.problem })}</p> : null}
        {job.open && share !== null ? (
          <Progress percent={share} size="small" aria-label={t('administration.jobs.progress', { title })} />
        ) : null}
      </div>
      {job.cancellable ? <Cancel tenant={tenant} job={job} title={title} /> : null}
    </li>
  );
}

function Cancel({ tenant, job, title }: { tenant: string; job: Job; title: string }) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const address = path`/tenants/${tenant}/jobs`;
  const cancel = useMutation({
    mutationFn: () => call(`${address}/${job.id}/cancel`, { method: 'POST' }),
    onSuccess: () => void message.success(t('administration.jobs.cancelled')),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: [address] }),
  });
  return (
    <Popconfirm
      title={t('administration.jobs.cancelAsk')}
      description={t('administration.jobs.cancelHint')}
      okText={t('administration.jobs.cancel')}
      cancelText={t('administration.jobs.goOn')}
      onConfirm={() => cancel.mutate()}
    >
      <Button aria-label={t('administration.jobs.cancelIt', { title })} loading={cancel.isPending}>
        {t('administration.jobs.cancel')}
      </Button>
    </Popconfirm>
  );
}
