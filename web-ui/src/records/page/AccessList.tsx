import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { path, usePurposeTitle, type AuditEntry } from '../../api';
import { useText } from '../../i18n';
import { usePersonName, When } from '../../ui';

/** Who looked at this record or changed it, and why; each name leads to its entry in the audit log. */
export function AccessList({ tenant, entries }: { tenant: string; entries: AuditEntry[] }) {
  const t = useText();
  const nameOf = usePersonName();
  const purposeTitle = usePurposeTitle(tenant);
  if (entries.length === 0) return <p className="jm-quiet">{t('records.noAccess')}</p>;
  return (
    <ol className="jm-history">
      {entries.map((entry) => {
        const purpose = entry.ctx?.purpose;
        return (
          <li key={entry.leaf}>
            <p className="jm-row jm-wrap">
              <Tooltip title={t('records.toAudit')}>
                <Link className="jm-logged" to={path`/t/${tenant}/audit/${entry.leaf}`}>
                  {nameOf(entry.actor)}
                </Link>
              </Tooltip>
              <span>{t(`audit.act.${entry.action.replaceAll('.', '_')}`, { defaultValue: t('audit.act.other') })}</span>
              <span className="jm-grow" />
              <span className="jm-hint">
                <When at={entry.at} />
              </span>
            </p>
            {purpose ? <p className="jm-hint">{purposeTitle(purpose)}</p> : null}
          </li>
        );
      })}
    </ol>
  );
}
