import { ShareAltOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { FormPlace, FormRecord } from '../../api';
import { useText } from '../../i18n';
import { ShareDialog } from './ShareDialog';

interface Props {
  place: FormPlace;
  record: FormRecord;
}

/** Shows with whom a record is shared, and shares it with one more. */
export function ShareButton({ place, record }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title={t('share.go')}>
        <Button
          type="text"
          icon={<ShareAltOutlined aria-hidden />}
          aria-label={t('share.go')}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      {open ? <ShareDialog place={place} record={record} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
