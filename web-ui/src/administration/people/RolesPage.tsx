import { SafetyOutlined } from '@ant-design/icons';
import { NavLink, useParams } from 'react-router';
import { path } from '../../api';
import { useText } from '../../i18n';
import { Empty } from '../../ui';
import { useRoles, useRoleTitle } from '../../viewing';
import { AdminPage } from '../Page';
import { RoleDetail } from './RoleDetail';

/** Roles that the platform itself knows; all others are the tenant's. */
const PLATFORM = ['admin', 'designer', 'auditor', 'dpo', 'member'];

/** The roles of the tenant; of the chosen one who has it and what forms say of it. */
export function RolesPage() {
  const t = useText();
  const { tenant = '', role } = useParams();
  const roles = useRoles(tenant);
  const items = roles.data?.items ?? [];
  const groups = [
    { key: 'platform', items: items.filter(({ key }) => PLATFORM.includes(key)) },
    { key: 'business', items: items.filter(({ key }) => !PLATFORM.includes(key)) },
  ];
  return (
    <AdminPage
      tenant={tenant}
      title={t('administration.roles.title')}
      hint={t('administration.roles.hint')}
      needs={roles}
    >
      <div className="jm-admin-two">
        <nav className="jm-card jm-admin-tree" aria-label={t('administration.roles.title')}>
          {groups.map((group) =>
            group.items.length === 0 ? null : (
              <div key={group.key}>
                <p className="jm-hint jm-admin-part">{t(`administration.roles.${group.key}`)}</p>
                <ul>
                  {group.items.map((one) => (
                    <li key={one.key}>
                      <RoleLink tenant={tenant} role={one.key} members={one.members} />
                    </li>
                  ))}
                </ul>
              </div>
            ),
          )}
        </nav>
        {role ? (
          <RoleDetail key={role} tenant={tenant} role={role} />
        ) : (
          <div className="jm-card">
            <Empty
              icon={<SafetyOutlined aria-hidden />}
              title={t('administration.roles.choose')}
              hint={t('administration.roles.chooseHint')}
            />
          </div>
        )}
      </div>
    </AdminPage>
  );
}

function RoleLink({ tenant, role, members }: { tenant: string; role: string; members: number }) {
  const t = useText();
  const title = useRoleTitle();
  return (
    <NavLink to={path`/t/${tenant}/roles/${role}`} className="jm-admin-choice">
      <span>{title(role)}</span>
      <span className="jm-hint">{t('administration.roles.members', { count: members })}</span>
    </NavLink>
  );
}
