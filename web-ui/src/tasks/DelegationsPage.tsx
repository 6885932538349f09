import { CheckCircleOutlined, ClockCircleOutlined, SwapOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, DatePicker, Popconfirm, Select, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  call,
  findingText,
  path,
  Problem,
  problemText,
  useGet,
  useMe,
  useActing,
  type Delegation,
  type NewDelegation,
  type Page,
} from '../api';
import { LoadFailure } from '../ask';
import { formatDate, i18n, listed, useText } from '../i18n';
import { Empty, PersonName, RowsSkeleton, useTitle } from '../ui';
import { useMyWorkflows } from './workflowsOf';
import './tasks.css';

const MOST_DAYS = 366;

const addressOf = (tenant: string) => path`/tenants/${tenant}/delegations`;

/** Who acts for me while I am away, and for whom I act. */
export function DelegationsPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  useTitle(t('delegation.title'));
  return (
    <div className="jm-page jm-page-narrow">
      <p className="jm-hint">
        <Link to={path`/t/${tenant}/tasks`}>{t('tasks.title')}</Link>
      </p>
      <h1 className="jm-title">{t('delegation.title')}</h1>
      <div className="jm-delegations">
        <MakeDelegation tenant={tenant} />
        <Standing tenant={tenant} />
      </div>
    </div>
  );
}

function MakeDelegation({ tenant }: { tenant: string }) {
  const t = useText();
  const id = useId();
  const cache = useQueryClient();
  const me = useMe().data?.id;
  const { members, isPending } = useActing(tenant);
  const [delegate, setDelegate] = useState<string | null>(null);
  const [days, setDays] = useState<[Dayjs, Dayjs] | null>(() => [dayjs(), dayjs().add(6, 'day')]);
  const [open, setOpen] = useState(true);
  const [only, setOnly] = useState<string[]>([]);
  const workflows = useMyWorkflows(tenant);
  const make = useMutation({
    mutationFn: (terms: NewDelegation) => call<Delegation>(addressOf(tenant), { method: 'POST', body: terms }),
    onSuccess: async () => {
      setDelegate(null);
      setOnly([]);
      await cache.invalidateQueries({ queryKey: [addressOf(tenant)] });
    },
  });
  const errors = make.error instanceof Problem ? make.error.errors.map(findingText) : [];
  const people = members
    .filter((member) => member.id !== me)
    .map((member) => ({ value: member.id, label: member.name }));
  const send = () => {
    if (delegate === null || days === null) return;
    const [first, last] = days;
    // A day that has begun counts from now on.
    const from = first.isSame(dayjs(), 'day') ? {} : { from: first.startOf('day').toISOString() };
    make.mutate({ delegate, ...from, until: last.endOf('day').toISOString(), workflows: only.map(named), open });
  };
  return (
    <form
      className="jm-card jm-delegate"
      aria-label={t('delegation.make')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="jm-quiet">{t('delegation.gives')}</p>
      <label htmlFor={`${id}-who`}>{t('delegation.to')}</label>
      <Select
        id={`${id}-who`}
        showSearch
        optionFilterProp="label"
        placeholder={t('delegation.choose')}
        loading={isPending}
        value={delegate}
        onChange={(next) => {
          setDelegate(next);
          make.reset();
        }}
        options={people}
      />
      <label htmlFor={`${id}-days`}>{t('delegation.days')}</label>
      <DatePicker.RangePicker
        id={{ start: `${id}-days`, end: `${id}-last` }}
        value={days}
        allowClear={false}
        disabledDate={(day: Dayjs) =>
          day.isBefore(dayjs(), 'day') || day.isAfter(dayjs().add(MOST_DAYS - 1, 'day'), 'day')
        }
        onChange={(next) => {
          setDays(next?.[0] && next[1] ? [next[0], next[1]] : null);
          make.reset();
        }}
      />
      <label htmlFor={`${id}-only`}>{t('delegation.workflows')}</label>
      <Select
        id={`${id}-only`}
        mode="multiple"
        optionFilterProp="label"
        placeholder={t('delegation.allWorkflows')}
        notFoundContent={t('delegation.noWorkflows')}
        value={only}
        onChange={(next: string[]) => {
          setOnly(next);
          make.reset();
        }}
        options={workflows}
      />
      <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>
        {t('delegation.openToo')}
      </Checkbox>
      {make.error ? (
        <Alert
          role="alert"
          type="error"
          showIcon
          message={errors.length > 0 ? errors.join(' ') : problemText(make.error)}
        />
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" disabled={delegate === null} loading={make.isPending}>
          {t('delegation.make')}
        </Button>
      </div>
    </form>
  );
}

function Standing({ tenant }: { tenant: string }) {
  const t = useText();
  const cache = useQueryClient();
  const me = useMe().data?.id;
  const page = useGet<Page<Delegation>>(addressOf(tenant), { staleTime: 0 });
  const titles = new Map(useMyWorkflows(tenant).map(({ value, label }) => [value, label]));
  const end = useMutation({
    mutationFn: (id: string) => call(`${addressOf(tenant)}/${id}`, { method: 'DELETE' }),
    // One that is over already is gone as well.
    onSettled: () => cache.invalidateQueries({ queryKey: [addressOf(tenant)] }),
  });
  if (page.isPending) return <RowsSkeleton label={t('app.loading')} />;
  if (page.error)
    return (
      <LoadFailure
        title={t('delegation.failed')}
        error={page.error}
        tenant={tenant}
        onRetry={() => void page.refetch()}
      />
    );
  if (page.data.items.length === 0)
    return (
      <div className="jm-card">
        <Empty icon={<SwapOutlined aria-hidden />} title={t('delegation.none')} hint={t('delegation.noneHint')} />
      </div>
    );
  return (
    <ul className="jm-card jm-tasks" aria-label={t('delegation.present')}>
      {page.data.items.map((one) => (
        <li key={one.id} className="jm-delegation">
          <div>
            <p>
              <PersonName person={one.member} /> <span className="jm-quiet">{t('delegation.isActedForBy')}</span>{' '}
              <PersonName person={one.delegate} />
            </p>
            <p className="jm-hint">
              {t('delegation.span', { from: dayOf(one.from), until: dayOf(one.until) })}
              {one.workflows.length > 0
                ? ` · ${namesOf(one, titles) ?? t('delegation.some', { count: one.workflows.length })}`
                : ''}
              {one.open ? ` · ${t('delegation.withOpen')}` : ''}
            </p>
          </div>
          <Tag icon={one.active ? <CheckCircleOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}>
            {t(one.active ? 'delegation.active' : 'delegation.later')}
          </Tag>
          {one.member.id === me ? (
            <Popconfirm
              title={t('delegation.sure')}
              okText={t('delegation.end')}
              cancelText={t('tasks.cancel')}
              onConfirm={() => end.mutate(one.id)}
            >
              <Button loading={end.isPending && end.variables === one.id}>{t('delegation.end')}</Button>
            </Popconfirm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** As it is written in a list of choices, taken apart again. */
function named(value: string) {
  const [app = '', workflow = ''] = value.split('/');
  return { app, workflow };
}

/** The workflows by name, where all of them are known; else their number says it. */
function namesOf({ workflows }: Delegation, titles: Map<string, string>): string | undefined {
  const names = workflows.map(({ app, workflow }) => titles.get(`${app}/${workflow}`));
  return names.every((name) => name !== undefined) ? i18n.t('delegation.only', { names: listed(names) }) : undefined;
}

/** The calendar day here. */
const dayOf = (time: string) => formatDate(dayjs(time).format('YYYY-MM-DD'));
