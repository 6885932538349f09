import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useText } from '../i18n';
import { PeoplePopover } from './PeoplePopover';

export type Position = 'before' | 'after' | 'beside';

interface Props {
  tenant: string;
  busy: boolean;
  onChoose: (members: string[], position: Position) => void;
}

/** Who else is to sign this step, and when: before, after or beside the one who asks. */
export function AddSigner({ tenant, busy, onChoose }: Props) {
  const t = useText();
  const [to, setTo] = useState<string[]>([]);
  const [position, setPosition] = useState<Position>('before');
  return (
    <PeoplePopover tenant={tenant} label={t('tasks.addSigner')} busy={busy}>
      {(people, close) => (
        <div className="jm-add-signer" role="group" aria-label={t('tasks.addSigner')}>
          <Segmented<Position>
            block
            aria-label={t('tasks.whenSigned')}
            value={position}
            onChange={setPosition}
            options={(['before', 'after', 'beside'] as const).map((value) => ({
              value,
              label: t(`tasks.position.${value}`),
            }))}
          />
          <p className="jm-hint">{t(`tasks.positionHint.${position}`)}</p>
          <Select
            mode="multiple"
            showSearch
            optionFilterProp="label"
            style={{ width: '100%' }}
            aria-label={t('tasks.signers')}
            placeholder={t('tasks.signers')}
            value={to}
            onChange={setTo}
            options={people}
          />
          <Button
            disabled={to.length === 0}
            onClick={() => {
              close();
              onChoose(to, position);
            }}
          >
            {t('tasks.addSignerGo')}
          </Button>
        </div>
      )}
    </PeoplePopover>
  );
}
