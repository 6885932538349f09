import { Button } from 'antd';
import { useState } from 'react';
import { problemText, type DataSubject } from '../../api';
import { formatDate, useText } from '../../i18n';
import { When } from '../../ui';
import { ConfirmDialog } from './ConfirmDialog';
import { EraseLine } from './EraseLine';
import { HoldDialog } from './HoldDialog';
import { useSubjectActs } from './useStanding';
import './standing.css';

interface Props {
  tenant: string;
  person: DataSubject;
}

/** What may be done with a person's data: used or not, kept or not, erased. */
export function Standing({ tenant, person }: Props) {
  const t = useText();
  return (
    <section aria-labelledby="desk-standing">
      <h2 id="desk-standing" className="jm-desk-heading">
        {t('desk.standing.title')}
      </h2>
      <ul className="jm-card">
        <RestrictLine tenant={tenant} person={person} />
        <HoldLine tenant={tenant} person={person} />
        <EraseLine tenant={tenant} person={person} />
      </ul>
    </section>
  );
}

function RestrictLine({ tenant, person }: Props) {
  const t = useText();
  const { restrict, lift } = useSubjectActs(tenant, person.id);
  const [asking, setAsking] = useState(false);
  const restricted = person.restriction ?? undefined;
  const erasing = person.erasure && person.erasure.status !== 'completed';
  const act = restricted ? lift : restrict;
  const word = restricted ? 'lift' : 'restrict';
  return (
    <li className="jm-desk-line jm-desk-entry">
      <div className="jm-grow">
        <p>{t(restricted ? 'desk.standing.restricted' : 'desk.standing.unrestricted')}</p>
        <p className="jm-hint">
          {restricted ? (
            <>
              <When at={restricted.since} /> · {t('desk.standing.by', { name: restricted.by.name })}
            </>
          ) : (
            t('desk.standing.restrictHint')
          )}
        </p>
      </div>
      {erasing ? null : <Button onClick={() => setAsking(true)}>{t(`desk.standing.${word}`)}</Button>}
      {asking ? (
        <ConfirmDialog
          title={t(`desk.standing.${word}Title`)}
          follows={t(`desk.standing.${word}Follows`)}
          confirm={t(`desk.standing.${word}`)}
          busy={act.isPending}
          problem={act.error ? problemText(act.error) : undefined}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate(undefined, { onSuccess: () => setAsking(false) })}
        />
      ) : null}
    </li>
  );
}

function HoldLine({ tenant, person }: Props) {
  const t = useText();
  const { release } = useSubjectActs(tenant, person.id);
  const [open, setOpen] = useState(false);
  const hold = person.hold ?? undefined;
  const erasing = person.erasure && person.erasure.status !== 'completed';
  return (
    <li className="jm-desk-line jm-desk-entry">
      <div className="jm-grow">
        <p>{t(hold ? 'desk.standing.held' : 'desk.standing.unheld')}</p>
        {hold ? (
          <>
            <p className="jm-standing-said">{hold.reason}</p>
            <p className="jm-hint">
              {t('desk.standing.heldBy', { name: hold.owner.name, date: formatDate(hold.reviewOn) })}
            </p>
          </>
        ) : (
          <p className="jm-hint">{t('desk.standing.holdHint')}</p>
        )}
      </div>
      {hold || !erasing ? (
        <Button onClick={() => setOpen(true)}>{t(hold ? 'desk.standing.release' : 'desk.standing.hold')}</Button>
      ) : null}
      {open && hold ? (
        <ConfirmDialog
          title={t('desk.standing.releaseTitle')}
          follows={t(erasing ? 'desk.standing.releaseErases' : 'desk.standing.releaseFollows')}
          confirm={t('desk.standing.release')}
          busy={release.isPending}
          problem={release.error ? problemText(release.error) : undefined}
          onClose={() => setOpen(false)}
          onConfirm={() => release.mutate(undefined, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
      {open && !hold ? <HoldDialog tenant={tenant} subject={person.id} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}
