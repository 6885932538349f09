import type { RightsRequestLine } from '../../api';
import { formatDay, useText } from '../../i18n';

/** Until when a request is answered, and whether that is near or past; of what is closed, that it is. */
export function Term({ request }: { request: RightsRequestLine }) {
  const t = useText();
  const day = formatDay(request.due);
  if (request.closedAt)
    return <span className="jm-quiet">{t('desk.requests.closed', { at: formatDay(request.closedAt) })}</span>;
  const how = request.overdue ? 'overdue' : request.soon ? 'soon' : 'due';
  return <span className={`jm-rights-${how}`}>{t(`desk.requests.term.${how}`, { day })}</span>;
}
