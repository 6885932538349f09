import { Checkbox, InputNumber, Select, Switch } from 'antd';
import { useId } from 'react';
import { path, useGet, type Page, type Purpose } from '../../api';
import { local, useText } from '../../i18n';
import type { FormDocument, PermissionGroup } from '../../studio';
import { draftLevel, fieldsOf } from '../groups';
import { useRoles, useRoleTitle } from '../../viewing';
import type { Edit } from './GroupEditor';
import { Labelled } from './Members';

interface Props {
  document: FormDocument;
  tenant: string;
  group: PermissionGroup;
  onEdit: Edit;
}

type Terms = NonNullable<PermissionGroup['reveal']>;

/** Terms under which masked values may be opened, and fields that may be overwritten unread. */
export function Reveal({ document, tenant, group, onEdit }: Props) {
  const t = useText();
  const id = useId();
  const protectedFields = fieldsOf(document).filter((field) => !['public', 'internal'].includes(draftLevel(field)));
  const terms = group.reveal;
  const put = (part: Partial<Terms>) =>
    onEdit({
      reveal: Object.fromEntries(
        Object.entries({ ...terms, ...part }).filter(([, value]) => value !== undefined && value !== null),
      ) as Terms,
    });
  return (
    <section aria-label={t('permissions.reveal.title')}>
      <div className="jm-row">
        <h3 className="jm-grow">{t('permissions.reveal.title')}</h3>
        <Switch
          checked={terms !== undefined}
          onChange={(on) => (on ? put({ purposes: [], minutes: 10 }) : onEdit({ reveal: undefined as never }))}
          aria-label={t('permissions.reveal.title')}
        />
      </div>
      <p className="jm-hint">{t('permissions.reveal.hint')}</p>
      {terms ? <TermsOf terms={terms} tenant={tenant} onPut={put} /> : null}
      {protectedFields.length > 0 ? (
        <Labelled id={`${id}-replace`} label={t('permissions.replace')} hint={t('permissions.replaceHint')}>
          <Select
            id={`${id}-replace`}
            mode="multiple"
            optionFilterProp="label"
            value={group.replace ?? []}
            onChange={(replace: string[]) => onEdit({ replace })}
            options={protectedFields.map(({ key, title }) => ({ value: key, label: local(title, key) }))}
          />
        </Labelled>
      ) : null}
    </section>
  );
}

interface TermsProps {
  terms: Terms;
  tenant: string;
  onPut: (part: Partial<Terms>) => void;
}

function TermsOf({ terms, tenant, onPut }: TermsProps) {
  const t = useText();
  const id = useId();
  const role = useRoleTitle();
  const purposes = useGet<Page<Purpose>>(path`/tenants/${tenant}/purposes`).data?.items ?? [];
  const roles = useRoles(tenant).data?.items ?? [];
  const approvers = terms.approvedBy?.roles ?? [];
  const number = (name: 'minutes' | 'perHour' | 'perDay') => (
    <Labelled id={`${id}-${name}`} label={t(`permissions.reveal.${name}`)}>
      <InputNumber
        id={`${id}-${name}`}
        min={1}
        max={name === 'minutes' ? 1440 : 1_000_000}
        value={terms[name] ?? null}
        onChange={(value) => onPut({ [name]: value ?? undefined })}
      />
    </Labelled>
  );
  return (
    <>
      <Labelled id={`${id}-purposes`} label={t('permissions.reveal.purposes')}>
        <Select
          id={`${id}-purposes`}
          mode="multiple"
          value={terms.purposes ?? []}
          onChange={(chosen: string[]) => onPut({ purposes: chosen })}
          options={purposes.map(({ key, title }) => ({ value: key, label: local(title, key) }))}
        />
      </Labelled>
      <div className="jm-reveal-numbers">
        {number('minutes')}
        {number('perHour')}
        {number('perDay')}
      </div>
      <Checkbox
        checked={terms.stepUp === 'mfa'}
        onChange={({ target }) => onPut({ stepUp: (target.checked ? 'mfa' : undefined) as never })}
      >
        {t('permissions.reveal.stepUp')}
      </Checkbox>
      <Labelled id={`${id}-approvers`} label={t('permissions.reveal.approvedBy')}>
        <Select
          id={`${id}-approvers`}
          mode="multiple"
          value={approvers}
          onChange={(chosen: string[]) =>
            onPut({ approvedBy: (chosen.length > 0 ? { roles: chosen } : undefined) as never })
          }
          options={roles.map(({ key }) => ({ value: key, label: role(key) }))}
        />
      </Labelled>
    </>
  );
}
