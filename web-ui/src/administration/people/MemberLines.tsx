import { TeamOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { path } from '../../api';
import { useText } from '../../i18n';
import { Empty, Face } from '../../ui';
import { useRoleTitle } from '../../viewing';
import type { Member } from './people';

interface Props {
  tenant: string;
  members: Member[];
  /** Names of departments by id. */
  departments: ReadonlyMap<string, string>;
  empty: { title: string; hint: string };
}

/** Members in lines: who, where, with which roles; whoever may not sign in any more says so. */
export function MemberLines({ tenant, members, departments, empty }: Props) {
  const t = useText();
  const role = useRoleTitle();
  if (members.length === 0) return <Empty icon={<TeamOutlined aria-hidden />} title={empty.title} hint={empty.hint} />;
  return (
    <ul className="jm-admin-lines">
      {members.map((member) => (
        <li key={member.id} className="jm-admin-line" data-off={member.enabled ? undefined : true}>
          <Face id={member.id} name={member.name} size={32} />
          <div className="jm-grow">
            <p className="jm-row jm-wrap">
              <Link to={path`/t/${tenant}/members/${member.id}`}>{member.name}</Link>
              {member.enabled ? null : <Tag className="jm-admin-tag">{t('administration.people.disabled')}</Tag>}
            </p>
            <p className="jm-hint">
              {[member.username, ...member.departments.map((id) => departments.get(id) ?? '')]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <div className="jm-admin-tags">
            {member.roles.map((key) => (
              <Tag key={key} className="jm-admin-tag">
                {role(key)}
              </Tag>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
