import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Problem, problemText, type Approval, type DataSubject } from '../../api';
import { Approvers } from '../../approvals';
import { useText } from '../../i18n';
import { When } from '../../ui';
import { EraseDialog } from './EraseDialog';
import { ErasureState } from './ErasureState';
import { useErasure, useErasureAsked, useSubjectActs } from './useStanding';

interface Props {
  tenant: string;
  person: DataSubject;
}

/** The way to an erasure: asked for, agreed to by somebody else, carried out, certified. */
export function EraseLine({ tenant, person }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const erasure = useErasure(tenant, person.id).data?.items.at(0);
  const asked = useErasureAsked(tenant, person.id);
  const acts = useSubjectActs(tenant, person.id);
  if (erasure)
    return (
      <li className="jm-desk-line">
        <ErasureState erasure={erasure} />
      </li>
    );
  return (
    <li className="jm-desk-line">
      <div className="jm-desk-entry">
        <div className="jm-grow">
          <p>{t(asked ? `desk.erase.${asked.status === 'approved' ? 'agreed' : 'waits'}` : 'desk.erase.not')}</p>
          <p className="jm-hint">
            {asked ? (
              <>
                {t(asked.status === 'approved' ? 'desk.erase.carryBy' : 'desk.erase.agreeBy')}{' '}
                <When at={asked.expiresAt} />
                {asked.status === 'pending' ? (
                  <>
                    {' · '}
                    {t('desk.erase.agrees')}{' '}
                    <Approvers tenant={tenant} roles={asked.approvers} besides={asked.asker.id} />
                  </>
                ) : null}
              </>
            ) : (
              t('desk.erase.hint')
            )}
          </p>
        </div>
        {asked ? (
          <AskedActs asked={asked} acts={acts} />
        ) : (
          <Button danger onClick={() => setOpen(true)}>
            {t('desk.erase.ask')}
          </Button>
        )}
      </div>
      {asked ? <AskedProblem acts={acts} /> : null}
      {open ? <EraseDialog tenant={tenant} person={person} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

type Acts = ReturnType<typeof useSubjectActs>;

/** What waits or may be carried out; that takes a fresh second factor. */
function AskedActs({ asked, acts: { carryOut, withdraw } }: { asked: Approval; acts: Acts }) {
  const t = useText();
  return (
    <div className="jm-row jm-wrap">
      <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(asked.id)}>
        {t('desk.erase.withdraw')}
      </Button>
      {asked.status === 'approved' ? (
        <Button danger type="primary" loading={carryOut.isPending} onClick={() => carryOut.mutate(asked.id)}>
          {t('desk.erase.carryOut')}
        </Button>
      ) : null}
    </div>
  );
}

function AskedProblem({ acts: { carryOut, withdraw } }: { acts: Acts }) {
  const t = useText();
  const problem = carryOut.error ?? withdraw.error;
  const stepUp = carryOut.error instanceof Problem && carryOut.error.status === 401;
  const here = `${window.location.pathname}${window.location.search}`;
  if (!problem) return null;
  return (
    <Alert
      className="jm-standing-problem"
      role="alert"
      type={stepUp ? 'warning' : 'error'}
      showIcon
      message={problemText(problem)}
      action={
        stepUp ? <Button href={`/login?to=${encodeURIComponent(here)}&acr=mfa`}>{t('desk.erase.prove')}</Button> : null
      }
    />
  );
}
