import { Drawer, Input, Select } from 'antd';
import { useId } from 'react';
import type { Finding } from '../../api';
import { local, useText, type LocalText } from '../../i18n';
import type { FormDocument, PermissionGroup, Studio } from '../../studio';
import { changeGroup, groupsOf, OTHERS, STATES } from '../groups';
import { groupTitle, useAccessWord } from '../words';
import { Actions } from './Actions';
import { Labelled, Members } from './Members';
import { Reveal } from './Reveal';
import { Scope } from './Scope';

interface Props {
  studio: Studio<FormDocument>;
  /** Place of the group in the document; -1 for none. */
  index: number;
  findings: Finding[];
  onClose: () => void;
}

/** Changes one part of the group; parts that are empty are not written. */
export type Edit = (part: Partial<PermissionGroup>, merge?: string) => void;

/** All that a group says besides its fields, which stand in the matrix. Every change is in the document at once. */
export function GroupEditor({ studio, index, findings, onClose }: Props) {
  const t = useText();
  const group = groupsOf(studio.document)[index];
  return (
    <Drawer
      open={group !== undefined}
      onClose={onClose}
      width={560}
      title={group ? t('permissions.editing', { group: groupTitle(group) }) : null}
      destroyOnHidden
    >
      {group ? <Parts studio={studio} group={group} index={index} findings={findings} /> : null}
    </Drawer>
  );
}

interface PartsProps extends Omit<Props, 'onClose'> {
  group: PermissionGroup;
}

function Parts({ studio, group, index, findings }: PartsProps) {
  const t = useText();
  const edit: Edit = (part, merge) =>
    studio.change(
      t('permissions.did.edit', { group: groupTitle(group) }),
      changeGroup(index, (before) => without({ ...before, ...part })),
      merge ? { merge: `${group.key} ${merge}` } : {},
    );
  const found = (part: string) => findings.filter(({ pointer }) => pointer === `/permissionGroups/${index}/${part}`);
  return (
    <div className="jm-group-editor">
      <Title title={group.title} onChange={(title) => edit({ title }, 'title')} />
      <Members tenant={studio.place.tenant} group={group} findings={found('members/expression')} onEdit={edit} />
      <Actions group={group} onEdit={edit} />
      <Others group={group} onEdit={edit} />
      <Scope studio={studio} group={group} found={found} onEdit={edit} />
      <Reveal document={studio.document} tenant={studio.place.tenant} group={group} onEdit={edit} />
    </div>
  );
}

/** What the group gives on fields that it does not name; the matrix says it field by field. */
function Others({ group, onEdit }: { group: PermissionGroup; onEdit: Edit }) {
  const t = useText();
  const word = useAccessWord();
  const id = useId();
  const fields = group.fields ?? {};
  return (
    <section aria-label={t('permissions.fields')}>
      <h3>{t('permissions.fields')}</h3>
      <Labelled id={id} label={t('permissions.otherFields')} hint={t('permissions.otherFieldsHint')}>
        <Select
          id={id}
          value={fields[OTHERS] ?? null}
          options={STATES.map((state) => ({ value: state, label: word(state) }))}
          onChange={(state) => state && onEdit({ fields: { ...fields, [OTHERS]: state } })}
        />
      </Labelled>
    </section>
  );
}

/** A group without the parts that say nothing. */
function without(group: PermissionGroup): PermissionGroup {
  const empty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(group).filter(([name, value]) => name === 'actions' || !empty(value)),
  ) as unknown as PermissionGroup;
}

function Title({ title, onChange }: { title: LocalText | undefined; onChange: (title: LocalText) => void }) {
  const t = useText();
  const id = useId();
  const texts = typeof title === 'string' || title === undefined ? { 'zh-CN': local(title) } : title;
  const field = (locale: string, label: string) => (
    <div className="jm-grow">
      <label htmlFor={`${id}-${locale}`}>{label}</label>
      <Input
        id={`${id}-${locale}`}
        value={texts[locale] ?? ''}
        maxLength={60}
        onChange={({ target }) => onChange({ ...texts, [locale]: target.value })}
      />
    </div>
  );
  return (
    <section className="jm-row jm-wrap" aria-label={t('permissions.name')}>
      {field('zh-CN', t('permissions.nameZh'))}
      {field('en', t('permissions.nameEn'))}
    </section>
  );
}
