import { Button, Popover, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useMembers } from '../api';
import { useText } from '../i18n';

export type Position = 'before' | 'after' | 'beside';

interface Props {
  tenant: string;
  busy: boolean;
  onChoose: (members: string[], position: Position) => void;
}

/** Who else is to sign this step, and when: before, after or beside the one who asks. */
export function AddSigner({ tenant, busy, onChoose }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string[]>([]);
  const [position, setPosition] = useState<Position>('before');
  const members = useMembers(tenant, open);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      arrow={false}
      content={
        <div className="jm-add-signer" role="group" aria-label={t('tasks.addSigner')}>
          <Segmented<Position>
            block
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
            options={(members.data?.items ?? []).map((member) => ({ value: member.id, label: member.name }))}
          />
          <Button
            disabled={to.length === 0}
            onClick={() => {
              setOpen(false);
              onChoose(to, position);
            }}
          >
            {t('tasks.addSignerGo')}
          </Button>
        </div>
      }
    >
      <Button disabled={busy} aria-expanded={open} aria-haspopup="dialog">
        {t('tasks.addSigner')}
      </Button>
    </Popover>
  );
}
