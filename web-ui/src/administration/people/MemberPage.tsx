import { EyeOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { path, problemText, useGet, type Delegation, type Page } from '../../api';
import { formatTime, useText } from '../../i18n';
import { Face } from '../../ui';
import { useBeginView, useRoleTitle } from '../../viewing';
import { AdminPage } from '../Page';
import { useTree, type Member } from './people';

/** One member: where he belongs, which roles he has, who acts for him; and the way to look with his eyes. */
export function MemberPage() {
  const t = useText();
  const { tenant = '', id = '' } = useParams();
  const member = useGet<Member>(path`/tenants/${tenant}/members/${id}`);
  const viewing = useBeginView(tenant);
  const title = member.data?.name ?? t('administration.people.member');
  return (
    <AdminPage
      tenant={tenant}
      title={title}
      needs={member}
      hint={<Link to={path`/t/${tenant}/members`}>{t('administration.people.members')}</Link>}
      actions={
        member.data?.enabled ? (
          <Button
            icon={<EyeOutlined aria-hidden />}
            loading={viewing.isPending}
            onClick={() => viewing.mutate({ member: id })}
          >
            {t('administration.people.lookAs')}
          </Button>
        ) : null
      }
    >
      {viewing.isError ? <p role="alert">{problemText(viewing.error)}</p> : null}
      {member.data ? <Facts tenant={tenant} member={member.data} /> : null}
      {member.data ? <Deputies tenant={tenant} member={member.data.id} /> : null}
    </AdminPage>
  );
}

function Facts({ tenant, member }: { tenant: string; member: Member }) {
  const t = useText();
  const role = useRoleTitle();
  const departments = useTree(tenant).data?.items ?? [];
  const his = member.departments.flatMap((id) => departments.filter((one) => one.id === id));
  const headed = departments.filter(({ heads }) => heads.includes(member.id));
  return (
    <section className="jm-card jm-admin-card" aria-label={t('administration.people.facts')}>
      <div className="jm-row">
        <Face id={member.id} name={member.name} size={32} />
        <div>
          <p>{member.name}</p>
          <p className="jm-hint">{member.username}</p>
        </div>
        <Tag className="jm-admin-tag">{t(`administration.people.${member.enabled ? 'enabled' : 'disabled'}`)}</Tag>
      </div>
      <dl className="jm-admin-facts">
        <div>
          <dt>{t('administration.people.departments')}</dt>
          <dd>
            {his.length === 0
              ? t('administration.people.noDepartment')
              : his.map((one, index) => (
                  <p key={one.id}>
                    <Link to={`${path`/t/${tenant}/members`}?department=${encodeURIComponent(one.id)}`}>
                      {one.path.split('/').join(' / ')}
                    </Link>
                    {index === 0 && his.length > 1 ? (
                      <span className="jm-hint"> {t('administration.people.main')}</span>
                    ) : null}
                  </p>
                ))}
          </dd>
        </div>
        <div>
          <dt>{t('administration.people.heads')}</dt>
          <dd>{headed.map((one) => one.name).join(' · ') || t('administration.people.headsNone')}</dd>
        </div>
        <div>
          <dt>{t('administration.people.roles')}</dt>
          <dd className="jm-admin-tags">
            {member.roles.length === 0
              ? t('administration.people.noRole')
              : member.roles.map((key) => (
                  <Link key={key} to={path`/t/${tenant}/roles/${key}`}>
                    <Tag className="jm-admin-tag">{role(key)}</Tag>
                  </Link>
                ))}
          </dd>
        </div>
      </dl>
      <p className="jm-hint">{t('administration.people.where')}</p>
    </section>
  );
}

/** Who acts for him while he is away, now or from some day on. */
function Deputies({ tenant, member }: { tenant: string; member: string }) {
  const t = useText();
  const all = useGet<Page<Delegation>>(`${path`/tenants/${tenant}/delegations`}?member=${encodeURIComponent(member)}`);
  const his = (all.data?.items ?? []).filter((one) => one.member.id === member);
  return (
    <section className="jm-card jm-admin-card" aria-labelledby="deputies">
      <h2 id="deputies">{t('administration.people.deputies')}</h2>
      {all.isError ? (
        <p className="jm-quiet">{problemText(all.error)}</p>
      ) : his.length === 0 ? (
        <p className="jm-quiet">{t(all.isPending ? 'app.loading' : 'administration.people.deputiesNone')}</p>
      ) : (
        <ul>
          {his.map((one) => (
            <li key={one.id} className="jm-admin-deputy">
              <Link to={path`/t/${tenant}/members/${one.delegate.id}`}>{one.delegate.name}</Link>
              <span className="jm-hint">
                {formatTime(one.from)} – {formatTime(one.until)}
              </span>
              {one.active ? <Tag className="jm-admin-tag">{t('administration.people.now')}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
