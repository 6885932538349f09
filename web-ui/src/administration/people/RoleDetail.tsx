import { Tag } from 'antd';
import { Link } from 'react-router';
import { inOrder, path, problemText, useGet, type Page } from '../../api';
import { i18n, local, useText } from '../../i18n';
import { RowsSkeleton } from '../../ui';
import { useRoleTitle } from '../../viewing';
import { MemberLines } from './MemberLines';
import { membersAddress, useTree, type Member, type RoleGroup } from './people';

interface Props {
  tenant: string;
  role: string;
}

/** Who has a role, and in which permission groups of published forms it is named. */
export function RoleDetail({ tenant, role }: Props) {
  const t = useText();
  const title = useRoleTitle()(role);
  const words = `administration.roles.means.${role}`;
  return (
    <div className="jm-admin-stack">
      <div>
        <h2>{title}</h2>
        {i18n.exists(words) ? <p className="jm-quiet">{t(words)}</p> : null}
      </div>
      <Groups tenant={tenant} role={role} />
      <Holders tenant={tenant} role={role} />
    </div>
  );
}

function Groups({ tenant, role }: Props) {
  const t = useText();
  const groups = useGet<Page<RoleGroup>>(path`/tenants/${tenant}/roles/${role}/groups`);
  const items = groups.data?.items ?? [];
  return (
    <section className="jm-card jm-admin-card" aria-labelledby="role-groups">
      <h3 id="role-groups">{t('administration.roles.groups')}</h3>
      {groups.isError ? (
        <p className="jm-quiet">{problemText(groups.error)}</p>
      ) : groups.isPending ? (
        <RowsSkeleton label={t('app.loading')} rows={3} />
      ) : items.length === 0 ? (
        <p className="jm-quiet">{t('administration.roles.groupsNone')}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={`${item.form} ${item.group}`} className="jm-admin-group">
              <p className="jm-row jm-wrap">
                <Link to={path`/t/${tenant}/apps/${item.app}/forms/${item.form}/design/permissions`}>
                  {local(item.title) || item.form}
                </Link>
                <span className="jm-quiet">{local(item.groupTitle ?? undefined) || item.group}</span>
              </p>
              <p className="jm-admin-tags">
                {item.member
                  ? inOrder(item.actions).map((action) => (
                      <Tag key={action} className="jm-admin-tag">
                        {t(`administration.roles.act.${action}`)}
                      </Tag>
                    ))
                  : null}
                {item.approver ? <Tag className="jm-admin-tag">{t('administration.roles.approves')}</Tag> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="jm-hint">{t('administration.roles.groupsHint')}</p>
    </section>
  );
}

function Holders({ tenant, role }: Props) {
  const t = useText();
  const members = useGet<Page<Member>>(membersAddress(tenant, { role }));
  const departments = new Map((useTree(tenant).data?.items ?? []).map(({ id, name }) => [id, name]));
  return (
    <section className="jm-card" aria-labelledby="role-members">
      <h3 id="role-members" className="jm-admin-part">
        {t('administration.roles.holders')}
      </h3>
      {members.data ? (
        <MemberLines
          tenant={tenant}
          members={members.data.items}
          departments={departments}
          empty={{ title: t('administration.roles.nobody'), hint: t('administration.roles.nobodyHint') }}
        />
      ) : members.isError ? (
        <p className="jm-quiet jm-admin-part">{problemText(members.error)}</p>
      ) : (
        <RowsSkeleton label={t('app.loading')} rows={3} />
      )}
      {members.data?.next ? (
        <p className="jm-hint jm-admin-part">{t('administration.roles.more', { count: members.data.items.length })}</p>
      ) : null}
    </section>
  );
}
