import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { StoredFile } from '../api';
import { Attach } from '../fields/attachments/Attach';
import { useText } from '../i18n';

const MOST = 9;
const LARGEST = 20 * 1024 * 1024;

interface Props {
  tenant: string;
  files: StoredFile[];
  onFiles: (files: StoredFile[]) => void;
  disabled?: boolean;
}

/** Files that go with a comment; the place to choose them opens when somebody wants it. */
export function Enclosing({ tenant, files, onFiles, disabled }: Props) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!open && files.length === 0)
    return (
      <Button
        size="small"
        type="text"
        icon={<PaperClipOutlined aria-hidden />}
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {t('talk.attach')}
      </Button>
    );
  return (
    <div className="jm-talk-files">
      <span id={`${id}-label`} className="jm-hint">
        {t('talk.files')}
      </span>
      <Attach
        id={id}
        field={{ key: 'files', type: 'file', maxFiles: MOST, maxBytes: LARGEST }}
        value={files}
        context={{ place: { tenant, app: '', form: '' } }}
        disabled={disabled ?? false}
        onChange={(next) => onFiles(next ?? [])}
      />
    </div>
  );
}
