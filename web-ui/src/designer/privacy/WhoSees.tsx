import { Button, Select } from 'antd';
import { useId } from 'react';
import { Link } from 'react-router';
import { local, useText } from '../../i18n';
import { isProtected, levelOf, type Field } from '../../schema';
import { designPath, type FieldState, type FormDocument } from '../../studio';
import { useDesigner } from '../useDesigner';
import { accessIn, readsAs } from './levels';

const STATES: FieldState[] = ['hidden', 'masked', 'reveal', 'read', 'edit'];

/** Each permission group and what it may do with the field, to be changed here. */
export function WhoSees({ field }: { field: Field }) {
  const t = useText();
  const id = useId();
  const { document, change, studio } = useDesigner();
  const groups = document.permissionGroups ?? [];
  const level = levelOf(field);
  const put = (key: string, access: FieldState) =>
    change(t('designer.did.access', { what: local(field.title, field.key) }), (form: FormDocument) => ({
      ...form,
      permissionGroups: (form.permissionGroups ?? []).map((group) =>
        group.key === key ? { ...group, fields: { ...group.fields, [field.key]: access } } : group,
      ),
    }));
  const unnamed = isProtected(field) ? groups.filter((group) => group.fields?.[field.key] === undefined) : [];
  const nameAll = () =>
    change(t('designer.did.access', { what: local(field.title, field.key) }), (document: FormDocument) => ({
      ...document,
      permissionGroups: (document.permissionGroups ?? []).map((group) => ({
        ...group,
        fields: { ...group.fields, [field.key]: accessIn(group, field) },
      })),
    }));
  const { tenant, app, key: form } = studio.place;
  return (
    <div className="jm-line" role="group" aria-labelledby={id}>
      <span id={id} className="jm-label">
        {t('designer.privacy.who')}
      </span>
      {groups.length === 0 ? <p className="jm-hint">{t('designer.privacy.nobody')}</p> : null}
      <ul className="jm-who">
        {groups.map((group) => {
          const access = accessIn(group, field);
          const reads = readsAs(access, level);
          return (
            <li key={group.key}>
              <span className="jm-who-name">
                {local(group.title, group.key)}
                {reads === access ? null : (
                  <span className="jm-hint">
                    {' '}
                    {t('designer.privacy.capped', { state: t(`designer.access.${reads}`) })}
                  </span>
                )}
              </span>
              <Select
                size="small"
                value={access}
                aria-label={t('designer.privacy.accessOf', { group: local(group.title, group.key) })}
                options={STATES.map((state) => ({ value: state, label: t(`designer.access.${state}`) }))}
                onChange={(next: FieldState) => put(group.key, next)}
              />
            </li>
          );
        })}
      </ul>
      {unnamed.length > 0 ? (
        <>
          <p className="jm-untagged">{t('designer.privacy.unnamed')}</p>
          <Button size="small" onClick={nameAll}>
            {t('designer.privacy.nameAll')}
          </Button>
        </>
      ) : null}
      <Link to={designPath({ tenant, app, form }, 'permissions')} className="jm-hint">
        {t('designer.privacy.more')}
      </Link>
    </div>
  );
}
