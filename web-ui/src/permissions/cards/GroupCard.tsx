import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Popconfirm, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { findingText, type Finding } from '../../api';
import { listed, useText } from '../../i18n';
import type { FormDocument, PermissionGroup } from '../../studio';
import { fieldsOf, said, STATES } from '../groups';
import { groupTitle, useAccessWord, useMembership } from '../words';
import { useScopeWords } from './ready';

interface Props {
  tenant: string;
  document: FormDocument;
  group: PermissionGroup;
  findings: Finding[];
  onEdit: () => void;
  onCopy: () => void;
  onRemove: () => void;
  onMove: ((by: 1 | -1) => void) | undefined;
}

/** What a group says, to be read at a glance: who, what, which records, which fields. */
export function GroupCard({ tenant, document, group, findings, onEdit, onCopy, onRemove, onMove }: Props) {
  const t = useText();
  const title = groupTitle(group);
  const who = useMembership(tenant)(group);
  const inWords = useScopeWords(document);
  return (
    <li className="jm-card jm-group">
      <div className="jm-row jm-group-head">
        <h3 className="jm-grow">{title}</h3>
        {onMove ? (
          <>
            <Tool
              label={`${t('permissions.up')}: ${title}`}
              icon={<ArrowUpOutlined aria-hidden />}
              onClick={() => onMove(-1)}
            />
            <Tool
              label={`${t('permissions.down')}: ${title}`}
              icon={<ArrowDownOutlined aria-hidden />}
              onClick={() => onMove(1)}
            />
          </>
        ) : null}
        <Tool label={`${t('permissions.copy')}: ${title}`} icon={<CopyOutlined aria-hidden />} onClick={onCopy} />
        <Popconfirm
          title={t('permissions.sureRemove', { group: title })}
          description={t('permissions.sureRemoveHint')}
          okText={t('permissions.remove')}
          cancelText={t('permissions.keep')}
          onConfirm={onRemove}
        >
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`${t('permissions.remove')}: ${title}`}
          />
        </Popconfirm>
      </div>
      <dl className="jm-group-said">
        <Said term={t('permissions.who')}>{who.length > 0 ? listed(who) : t('permissions.nobody')}</Said>
        <Said term={t('permissions.actions')}>
          {listed(group.actions.map((action) => t(`permissions.action.${action}`))) || t('permissions.noActions')}
        </Said>
        {(group.deny ?? []).length > 0 ? (
          <Said term={t('permissions.deny')}>
            {listed((group.deny ?? []).map((action) => t(`permissions.action.${action}`)))}
          </Said>
        ) : null}
        <Said term={t('permissions.records')}>
          {inWords(group.scope ?? '') ?? <code className="jm-mono">{group.scope}</code>}
        </Said>
        <Said term={t('permissions.fields')}>
          <Summary document={document} group={group} />
        </Said>
      </dl>
      {findings.map((finding, at) => (
        <p key={`${finding.code} ${at}`} className="jm-group-finding">
          <WarningOutlined aria-hidden /> {findingText(finding)}
        </p>
      ))}
      <div>
        <Button icon={<EditOutlined aria-hidden />} onClick={onEdit} aria-label={`${t('permissions.edit')}: ${title}`}>
          {t('permissions.edit')}
        </Button>
      </div>
    </li>
  );
}

function Said({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Tool({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} onClick={onClick} />
    </Tooltip>
  );
}

/** How many fields have each state. */
function Summary({ document, group }: { document: FormDocument; group: PermissionGroup }) {
  const word = useAccessWord();
  const fields = fieldsOf(document);
  return (
    <span className="jm-group-states">
      {STATES.map((state) => ({ state, count: fields.filter((field) => said(group, field).access === state).length }))
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <span key={state} className={`jm-state jm-state-${state}`}>
            {word(state)} {count}
          </span>
        ))}
    </span>
  );
}
