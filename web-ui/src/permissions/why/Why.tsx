import { Alert, Drawer } from 'antd';
import { useId, useState } from 'react';
import { problemText } from '../../api';
import { useText } from '../../i18n';
import { useReasons, type FormDocument, type Studio } from '../../studio';
import { RowsSkeleton } from '../../ui';
import { PersonOrRole, type Who } from '../../viewing';
import { Reasons } from './Reasons';
import './why.css';

interface Props {
  studio: Studio<FormDocument>;
  open: boolean;
  onClose: () => void;
}

/** Why a member or a role has what the draft gives: the server's own decision, group by group. */
export function Why({ studio, open, onClose }: Props) {
  const t = useText();
  const id = useId();
  const [who, setWho] = useState<Who | null>(null);
  const [inScope, setInScope] = useState<string[] | null>(null);
  const reasons = useReasons(studio.place, studio.document, open ? who : null, inScope);
  return (
    <Drawer open={open} onClose={onClose} width={560} title={t('permissions.why.title')} destroyOnHidden>
      <div className="jm-why">
        <label htmlFor={id}>{t('permissions.why.who')}</label>
        <PersonOrRole
          id={id}
          tenant={studio.place.tenant}
          value={who}
          onChange={(next) => {
            setInScope(null);
            setWho(next);
          }}
        />
        {who === null ? <p className="jm-hint">{t('permissions.why.hint')}</p> : null}
        {reasons.isError ? <Alert type="error" showIcon message={problemText(reasons.error)} /> : null}
        {who !== null && reasons.isPending ? <RowsSkeleton label={t('app.loading')} rows={5} /> : null}
        {who !== null && reasons.data ? (
          <Reasons
            document={studio.document}
            tenant={studio.place.tenant}
            reasons={reasons.data}
            onScope={setInScope}
          />
        ) : null}
      </div>
    </Drawer>
  );
}
