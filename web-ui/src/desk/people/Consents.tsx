import { Button } from 'antd';
import { useState } from 'react';
import { problemText, useMembers, usePurposeTitle, type ConsentEvent } from '../../api';
import { local, useText } from '../../i18n';
import { RowsSkeleton, When } from '../../ui';
import { useInventory } from '../useInventory';
import { useConsents } from './useConsents';
import { WithdrawDialog } from './WithdrawDialog';

/** The consent ledger of one person in words; what stands can be taken back for him. */
export function Consents({ tenant, subject }: { tenant: string; subject: string }) {
  const t = useText();
  const { ledger, events } = useConsents(tenant, subject);
  const [leaving, setLeaving] = useState<ConsentEvent>();
  return (
    <section aria-labelledby="desk-consents">
      <h2 id="desk-consents" className="jm-desk-heading">
        {t('desk.consents.title')}
      </h2>
      <p className="jm-hint">{t('desk.consents.hint')}</p>
      <div className="jm-card" aria-busy={ledger.isFetching}>
        {ledger.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : ledger.error ? (
          <div role="alert" className="jm-desk-line jm-row">
            <span className="jm-grow">{problemText(ledger.error)}</span>
            <Button onClick={() => void ledger.refetch()}>{t('app.retry')}</Button>
          </div>
        ) : events.length === 0 ? (
          <p className="jm-desk-line jm-quiet">{t('desk.consents.none')}</p>
        ) : (
          <ol>
            {events.map((event) => (
              <Entry key={event.id} tenant={tenant} event={event} onWithdraw={() => setLeaving(event)} />
            ))}
          </ol>
        )}
        {ledger.hasNextPage ? (
          <div className="jm-desk-line">
            <Button loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
              {t('desk.consents.more')}
            </Button>
          </div>
        ) : null}
      </div>
      {leaving ? <WithdrawDialog tenant={tenant} event={leaving} onClose={() => setLeaving(undefined)} /> : null}
    </section>
  );
}

/** Whether an entry counts: an agreement stands or not any more; what was refused or taken back is history as soon as it is said. */
export function standingOf(event: ConsentEvent): 'stands' | 'ended' | 'said' {
  return event.stands ? 'stands' : event.act === 'grant' ? 'ended' : 'said';
}

function Entry({ tenant, event, onWithdraw }: { tenant: string; event: ConsentEvent; onWithdraw: () => void }) {
  const t = useText();
  const purposeTitle = usePurposeTitle(tenant);
  const members = useMembers(tenant);
  const form = useInventory(tenant).data?.items.find(({ form: key }) => key === event.form);
  const purpose = purposeTitle(event.purpose);
  const standing = standingOf(event);
  const by = members.data?.items.find(({ id }) => id === event.by)?.name;
  const source = event.record
    ? t('desk.consents.byRecord', { form: form ? local(form.title) : t('desk.consents.someForm') })
    : t(event.channel ? `desk.consents.channel.${event.channel}` : 'desk.consents.channel.none');
  return (
    <li className="jm-desk-line jm-desk-entry">
      <span className={`jm-desk-state jm-desk-${event.act === 'grant' ? standing : event.act}`}>
        {t(event.act === 'grant' ? `desk.consents.standing.${standing}` : `desk.consents.act.${event.act}`)}
      </span>
      <div className="jm-grow">
        <p>{t(`desk.consents.sentence.${event.act}`, { purpose })}</p>
        <p className="jm-hint">
          <When at={event.at} /> · {source} · {t('desk.consents.notice', { notice: event.notice })}
          {by ? ` · ${t('desk.consents.by', { name: by })}` : null}
        </p>
      </div>
      {event.stands ? (
        <Button aria-label={t('desk.consents.withdrawOf', { purpose })} onClick={onWithdraw}>
          {t('desk.consents.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}
