import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { path, usePurposeTitle, type Look } from '../../api';
import { useText } from '../../i18n';
import { usePersonName, When } from '../../ui';

interface Props {
  tenant: string;
  /** `leaf`: the number of its entry, for those who may read the log. */
  looks: (Look & { leaf?: number })[];
}

/** Who looked at this record or changed it, and why; an auditor is led from each name to its entry in the log. */
export function AccessList({ tenant, looks }: Props) {
  const t = useText();
  const nameOf = usePersonName();
  const purposeTitle = usePurposeTitle(tenant);
  if (looks.length === 0) return <p className="jm-quiet">{t('records.noAccess')}</p>;
  return (
    <ol className="jm-history">
      {looks.map(({ who, at, action, purpose, leaf }, index) => (
        <li key={leaf ?? `${at} ${index}`}>
          <p className="jm-row jm-wrap">
            {leaf === undefined ? (
              <span>{nameOf(who)}</span>
            ) : (
              <Tooltip title={t('records.toAudit')}>
                <Link className="jm-logged" to={path`/t/${tenant}/audit/${leaf}`}>
                  {nameOf(who)}
                </Link>
              </Tooltip>
            )}
            <span>{t(`audit.act.${action.replaceAll('.', '_')}`, { defaultValue: t('audit.act.other') })}</span>
            <span className="jm-grow" />
            <span className="jm-hint">
              <When at={at} />
            </span>
          </p>
          {purpose ? <p className="jm-hint">{purposeTitle(purpose)}</p> : null}
        </li>
      ))}
    </ol>
  );
}
