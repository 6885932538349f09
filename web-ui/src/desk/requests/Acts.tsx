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
  if (open.length === 0) return null;
  return (
    <div className="jm-desk-bar" role="group" aria-label={t('desk.request.acts')}>
      {objects ? <Button onClick={() => setAsked('object')}>{t('desk.request.act.object')}</Button> : null}
      {onPerson ? <Button onClick={() => setAsked(onPerson)}>{t(`desk.request.act.${onPerson}`)}</Button> : null}
      {open.map((act) => (
        <Button key={act} type={act === 'answer' ? 'primary' : 'default'} onClick={() => setAsked(act)}>
          {t(`desk.request.act.${act}`)}
        </Button>
      ))}
      {asked === 'object' ? (
        <ObjectDialog tenant={tenant} request={request} onClose={() => setAsked(undefined)} />
      ) : asked ? (
        <ActDialog tenant={tenant} request={request} act={asked} onClose={() => setAsked(undefined)} />
      ) : null}
    </div>
  );
}
