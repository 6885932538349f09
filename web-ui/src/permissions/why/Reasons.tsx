import { Checkbox } from 'antd';
import { usePurposeTitle } from '../../api';
import { FieldTitle } from '../../fields/signs/FieldTitle';
import { listed, useText } from '../../i18n';
import type { Field } from '../../schema';
import type { AccessReason, AccessReasons, FormDocument } from '../../studio';
import { draftLevel, fieldsOf, groupsOf } from '../groups';
import { groupTitle, useAccessWord } from '../words';

interface Props {
  document: FormDocument;
  tenant: string;
  reasons: AccessReasons;
  /** Asks again of a record in the scopes of these groups. */
  onScope: (groups: string[]) => void;
}

export function Reasons({ document, tenant, reasons, onScope }: Props) {
  const t = useText();
  const title = (key: string) => groupTitle(groupsOf(document).find((group) => group.key === key) ?? { key });
  if (reasons.groups.length === 0) return <p className="jm-quiet">{t('permissions.why.none')}</p>;
  const speaking = reasons.groups.filter(({ speaks }) => speaks).map(({ group }) => group);
  return (
    <>
      <fieldset className="jm-why-groups">
        <legend>{t('permissions.why.groups')}</legend>
        {reasons.groups.map(({ group, scoped, speaks }) => (
          <Checkbox
            key={group}
            checked={speaks}
            disabled={!scoped}
            onChange={({ target }) =>
              onScope(target.checked ? [...speaking, group] : speaking.filter((other) => other !== group))
            }
          >
            {title(group)}
            <span className="jm-hint"> {t(scoped ? 'permissions.why.scoped' : 'permissions.why.always')}</span>
          </Checkbox>
        ))}
      </fieldset>
      <p className="jm-why-actions">
        {t('permissions.why.may')} {listed(reasons.actions.map((action) => t(`permissions.action.${action}`))) || '—'}
      </p>
      {reasons.denied.length > 0 ? (
        <p className="jm-why-actions">
          {t('permissions.why.denied')} {listed(reasons.denied.map((action) => t(`permissions.action.${action}`)))}
        </p>
      ) : null}
      <ul className="jm-why-fields">
        {fieldsOf(document).map((field) => {
          const reason = reasons.fields.find((each) => each.field === field.key);
          return reason ? <Line key={field.key} field={field} reason={reason} title={title} tenant={tenant} /> : null;
        })}
      </ul>
    </>
  );
}

interface LineProps {
  field: Field;
  reason: AccessReason;
  title: (group: string) => string;
  tenant: string;
}

/** One field: what he has, which group gives what, and what cuts it. */
function Line({ field, reason, title, tenant }: LineProps) {
  const t = useText();
  const word = useAccessWord();
  const purpose = usePurposeTitle(tenant);
  const purposes = (keys: string[]) => listed(keys.map(purpose));
  return (
    <li>
      <div className="jm-row">
        <span className="jm-grow">
          <FieldTitle field={{ ...field, sensitivity: { ...field.sensitivity, level: draftLevel(field) } }} />
        </span>
        <span className={`jm-state jm-state-${reason.access}`}>{word(reason.access)}</span>
      </div>
      <ul className="jm-hint">
        {reason.given.length === 0 ? <li>{t('permissions.why.nothing')}</li> : null}
        {reason.given.map(({ group, access }) => (
          <li key={group}>{t('permissions.why.gives', { group: title(group), access: word(access) })}</li>
        ))}
        {reason.cuts.map(({ cap, ceiling }) => (
          <li key={cap}>{t(`permissions.why.cut.${cap}`, { access: word(ceiling) })}</li>
        ))}
        {reason.consents.map((keys) => (
          <li key={keys.join(' ')}>{t('permissions.why.consent', { purposes: purposes(keys) || '—' })}</li>
        ))}
        {reason.access === 'reveal' ? (
          <li>
            {reason.purposes.length > 0
              ? t('permissions.why.purposes', { purposes: purposes(reason.purposes) })
              : t('permissions.why.noPurpose')}
          </li>
        ) : null}
      </ul>
    </li>
  );
}
