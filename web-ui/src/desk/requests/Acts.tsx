import { Button } from 'antd';
import { useState } from 'react';
import type { RightsRequest } from '../../api';
import { useText } from '../../i18n';
import { ActDialog, type Asked } from './ActDialog';
import { ObjectDialog } from './ObjectDialog';

/** What can be done about a request now. The copy has a place of its own. */
export function Acts({ tenant, request }: { tenant: string; request: RightsRequest }) {
  const t = useText();
  const [asked, setAsked] = useState<Asked | 'object'>();
  const open = (['answer', 'assign', 'extend', 'withdraw'] as const).filter((act) => request.acts.includes(act));
  const may = request.acts.includes('carry-out');
  const objects = may && request.type === 'object';
  const onPerson = may && (request.type === 'erase' || request.type === 'restrict') ? request.type : undefined;
  const done = isDone(request);
  const first = done ? 'default' : 'primary';
  if (open.length === 0) return null;
  return (
    <>
      <p className="jm-rights-next">{t(`desk.request.next.${request.type}${done ? '_done' : ''}`)}</p>
      <div className="jm-desk-bar" role="group" aria-label={t('desk.request.acts')}>
        {objects ? (
          <Button type={first} onClick={() => setAsked('object')}>
            {t('desk.request.act.object')}
          </Button>
        ) : null}
        {onPerson ? (
          <Button type={first} onClick={() => setAsked(onPerson)}>
            {t(`desk.request.act.${onPerson}`)}
          </Button>
        ) : null}
        {open.map((act) => (
          <Button
            key={act}
            type={act === 'answer' && (done || !may) ? 'primary' : 'default'}
            onClick={() => setAsked(act)}
          >
            {t(`desk.request.act.${act}`)}
          </Button>
        ))}
      </div>
      {asked === 'object' ? (
        <ObjectDialog tenant={tenant} request={request} onClose={() => setAsked(undefined)} />
      ) : asked ? (
        <ActDialog tenant={tenant} request={request} act={asked} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}

/** Whether what is asked was done, as far as it is done here: what is left is to answer. */
function isDone({ type, timeline, package: copy }: RightsRequest): boolean {
  return type === 'access' || type === 'export'
    ? copy?.ready === true
    : timeline.some(({ act }) => act === 'carry-out');
}
