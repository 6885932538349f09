import { useMutation } from '@tanstack/react-query';
import { IdcardOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, path, problemText, type DataSubjectPage } from '../../api';
import { LoadFailure } from '../../ask';
import { formatNumber, useText } from '../../i18n';
import { Empty, RowsSkeleton, useTitle } from '../../ui';
import { useInventory } from '../useInventory';
import { identifyingKinds } from './kinds';

const LONGEST = 300;

/** Finds a person by exactly what identifies him. What is typed stays in this page's memory: not in the address, not in a store. */
export function PeoplePage({ tenant }: { tenant: string }) {
  const t = useText();
  const inventory = useInventory(tenant);
  useTitle(t('desk.people.title'));
  if (inventory.error)
    return (
      <LoadFailure
        title={t('desk.closed')}
        error={inventory.error}
        tenant={tenant}
        onRetry={() => void inventory.refetch()}
      />
    );
  const kinds = identifyingKinds(inventory.data?.items ?? []);
  return (
    <div className="jm-page jm-desk-narrow">
      <h1 className="jm-title">{t('desk.people.title')}</h1>
      <p className="jm-quiet">{t('desk.people.hint')}</p>
      {inventory.isPending ? (
        <RowsSkeleton label={t('app.loading')} />
      ) : kinds.length === 0 ? (
        <div className="jm-card">
          <Empty
            icon={<IdcardOutlined aria-hidden />}
            title={t('desk.people.nobodyIdentified')}
            hint={t('desk.people.nobodyIdentifiedHint')}
          />
        </div>
      ) : (
        <Search tenant={tenant} kinds={kinds} />
      )}
    </div>
  );
}

function Search({ tenant, kinds }: { tenant: string; kinds: string[] }) {
  const t = useText();
  const id = useId();
  const navigate = useNavigate();
  const [kind, setKind] = useState(kinds[0] ?? 'other');
  const [value, setValue] = useState('');
  const people = path`/t/${tenant}/privacy/people`;
  const search = useMutation({
    mutationFn: (asked: string) =>
      call<DataSubjectPage>(`${path`/tenants/${tenant}/privacy/subjects`}?search=${encodeURIComponent(asked)}`),
    gcTime: 0,
    onSuccess: ({ items }) => {
      const [only] = items;
      if (only && items.length === 1) void navigate(path`/t/${tenant}/privacy/people/${only.id}`);
    },
  });
  const word = t(`designer.kind.${kind}`, { defaultValue: t('desk.people.other') });
  return (
    <form
      className="jm-card jm-desk-search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim()) search.mutate(value.trim());
      }}
    >
      {kinds.length > 1 ? (
        <Segmented
          aria-label={t('desk.people.kind')}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setValue('');
            search.reset();
          }}
          options={kinds.map((each) => ({
            value: each,
            label: t(`designer.kind.${each}`, { defaultValue: t('desk.people.other') }),
          }))}
        />
      ) : null}
      <label htmlFor={id}>{t('desk.people.exactly', { kind: word })}</label>
      <div className="jm-desk-search-line">
        <Input
          id={id}
          value={value}
          maxLength={LONGEST}
          inputMode={kind === 'phone' ? 'tel' : kind === 'email' ? 'email' : 'text'}
          spellCheck={false}
          onChange={(event) => {
            setValue(event.target.value);
            if (!search.isIdle) search.reset();
          }}
        />
        <Button
          type="primary"
          htmlType="submit"
          icon={<SearchOutlined aria-hidden />}
          disabled={!value.trim()}
          loading={search.isPending}
        >
          {t('desk.people.find')}
        </Button>
      </div>
      <p className="jm-hint">{t('desk.people.logged')}</p>
      <div aria-live="polite">
        {search.error ? <Alert type="error" showIcon message={problemText(search.error)} /> : null}
        {search.data?.items.length === 0 ? (
          <Empty
            icon={<UserOutlined aria-hidden />}
            title={t('desk.people.none')}
            hint={t('desk.people.noneHint', { kind: word })}
          />
        ) : null}
        {search.data && search.data.items.length > 1 ? (
          <>
            <p>{t('desk.people.several', { count: search.data.items.length })}</p>
            <ul className="jm-desk-found">
              {search.data.items.map((person, index) => (
                <li key={person.id}>
                  <Link to={`${people}/${person.id}`}>{t('desk.people.nth', { number: formatNumber(index + 1) })}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </form>
  );
}
