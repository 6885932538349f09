import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useGet, useMembers, type Page } from '../../api';
import { useText } from '../../i18n';
import { RowsSkeleton } from '../../ui';
import { AdminPage } from '../Page';
import { Departments } from './Departments';
import { MemberLines } from './MemberLines';
import { membersAddress, useOrganisation, useTree, type Member } from './people';
import { Source } from './Source';

/** Who belongs to the tenant, by department; looked after in Keycloak, looked through here. */
export function MembersPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const organisation = useOrganisation(tenant);
  const departments = useTree(tenant).data?.items ?? [];
  const names = new Map((useMembers(tenant).data?.items ?? []).map(({ id, name }) => [id, name]));
  const chosen = params.get('department');
  const choose = (id: string | null) => setParams(id === null ? {} : { department: id });
  const department = departments.find(({ id }) => id === chosen);
  return (
    <AdminPage
      tenant={tenant}
      title={t('administration.people.members')}
      hint={
        organisation.data
          ? t('administration.people.counts', {
              active: organisation.data.active,
              members: organisation.data.members,
              departments: organisation.data.departments,
            })
          : null
      }
      needs={organisation}
    >
      {organisation.data ? <Source tenant={tenant} organisation={organisation.data} /> : null}
      <div className="jm-admin-two">
        <Departments departments={departments} names={names} chosen={chosen} onChoose={choose} />
        <section aria-label={t('administration.people.members')}>
          <div className="jm-row jm-wrap jm-admin-bar">
            <h2 className="jm-grow">{department?.name ?? t('administration.people.everybody')}</h2>
            <Input.Search
              allowClear
              className="jm-admin-search"
              aria-label={t('administration.people.search')}
              placeholder={t('administration.people.search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <Found
            key={`${chosen ?? ''} ${search.trim()}`}
            tenant={tenant}
            search={search.trim()}
            department={chosen}
            departments={new Map(departments.map(({ id, name }) => [id, name]))}
          />
        </section>
      </div>
    </AdminPage>
  );
}

interface FoundProps {
  tenant: string;
  search: string;
  department: string | null;
  departments: ReadonlyMap<string, string>;
}

function Found({ tenant, search, department, departments }: FoundProps) {
  const t = useText();
  const [after, setAfter] = useState<string | null>(null);
  const wanted = useDeferredValue(search);
  const page = useGet<Page<Member>>(membersAddress(tenant, { search: wanted, department, after }), {
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="jm-card" aria-busy={page.isFetching}>
        {page.data ? (
          <MemberLines
            tenant={tenant}
            members={page.data.items}
            departments={departments}
            empty={
              search
                ? { title: t('administration.people.noneFound'), hint: t('administration.people.noneFoundHint') }
                : { title: t('administration.people.none'), hint: t('administration.people.noneHint') }
            }
          />
        ) : (
          <RowsSkeleton label={t('app.loading')} />
        )}
      </div>
      {page.data?.next || after !== null ? (
        <div className="jm-row jm-admin-pager">
          <Button disabled={after === null} onClick={() => setAfter(null)}>
            {t('administration.people.first')}
          </Button>
          <Button disabled={!page.data?.next} onClick={() => setAfter(page.data?.next ?? null)}>
            {t('pager.next')}
          </Button>
        </div>
      ) : null}
      <p className="jm-hint jm-admin-foot">
        <Link to={`/t/${encodeURIComponent(tenant)}/roles`}>{t('administration.people.toRoles')}</Link>
      </p>
    </>
  );
}
