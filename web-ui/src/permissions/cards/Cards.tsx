import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type Finding } from '../../api';
import { currentLocale, local, useText, type LocalText } from '../../i18n';
import type { FormDocument, Studio } from '../../studio';
import { Empty } from '../../ui';
import { addGroup, copyGroup, groupsOf, moveGroup, newGroup, removeGroup } from '../groups';
import { groupTitle } from '../words';
import { GroupCard } from './GroupCard';
import { GroupEditor } from './GroupEditor';
import './cards.css';

interface Props {
  studio: Studio<FormDocument>;
  findings: Finding[];
  /** Key of the group that somebody came for. */
  opened: string | null;
}

/** A card per permission group, in the order of the document; what each says, and what is wrong with it. */
export function Cards({ studio, findings, opened }: Props) {
  const t = useText();
  const groups = groupsOf(studio.document);
  const [edited, setEdited] = useState<string | null>(opened);
  const index = groups.findIndex(({ key }) => key === edited);
  const add = () => {
    const group = newGroup(studio.document, { [currentLocale()]: t('permissions.newGroup') });
    studio.change(t('permissions.did.add'), addGroup(group));
    setEdited(group.key);
  };
  const button = (
    <Button type={groups.length === 0 ? 'primary' : 'default'} icon={<PlusOutlined aria-hidden />} onClick={add}>
      {t('permissions.add')}
    </Button>
  );
  if (groups.length === 0)
    return (
      <Empty
        icon={<TeamOutlined aria-hidden />}
        title={t('permissions.noGroups')}
        hint={t('permissions.noGroupsHint')}
        action={button}
      />
    );
  return (
    <>
      <ol className="jm-groups">
        {groups.map((group, at) => (
          <GroupCard
            key={group.key}
            tenant={studio.place.tenant}
            document={studio.document}
            group={group}
            findings={findings.filter(({ pointer }) => pointer?.startsWith(`/permissionGroups/${at}/`))}
            onEdit={() => setEdited(group.key)}
            onCopy={() =>
              studio.change(
                t('permissions.did.copy', { group: groupTitle(group) }),
                copyGroup(at, (title) => copied(title, t)),
              )
            }
            onRemove={() => studio.change(t('permissions.did.remove', { group: groupTitle(group) }), removeGroup(at))}
            onMove={
              groups.length < 2
                ? undefined
                : (by) => studio.change(t('permissions.did.move', { group: groupTitle(group) }), moveGroup(at, by))
            }
          />
        ))}
      </ol>
      <div className="jm-groups-foot">{button}</div>
      <GroupEditor studio={studio} index={index} findings={findings} onClose={() => setEdited(null)} />
    </>
  );
}

function copied(title: LocalText | undefined, t: (key: string, values: { title: string }) => string): LocalText {
  return t('permissions.copyOf', { title: local(title) });
}
