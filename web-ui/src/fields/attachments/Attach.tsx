import { UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { formatBytes, useText } from '../../i18n';
import type { StoredFile } from '../../api';
import type { InputProps } from '../defineField';
import { Files } from './Files';
import { useUploads, type Underway } from './useUploads';

interface Props extends InputProps<StoredFile[]> {
  pictures?: boolean;
  /** What the type takes when the definition names nothing. */
  accept?: string;
}

const MAX_FILES = 10;
const MAX_BYTES = 20 * 1024 * 1024;

/** Chooses, takes what is dropped or pasted, shows how far it is, and takes files away again. */
export function Attach({
  id,
  field,
  value,
  onChange,
  context,
  disabled,
  invalid,
  describedBy,
  pictures,
  accept,
}: Props) {
  const t = useText();
  const [over, setOver] = useState(false);
  const files = value ?? [];
  const maxFiles = field.maxFiles ?? MAX_FILES;
  const maxBytes = field.maxBytes ?? MAX_BYTES;
  const { underway, add, dismiss } = useUploads({
    tenant: context.place.tenant,
    value: files,
    maxFiles,
    maxBytes,
    onChange,
  });
  const full = disabled === true || files.length >= maxFiles;
  const take = (list: FileList | undefined | null) => {
    if (!disabled && list && list.length > 0) void add([...list]);
  };
  const classes = ['jm-drop', over ? 'jm-drop-over' : '', invalid ? 'jm-drop-invalid' : ''].join(' ').trim();
  return (
    <div
      className={classes}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      {files.length > 0 ? (
        <Files
          tenant={context.place.tenant}
          files={files}
          pictures={pictures ?? false}
          onRemove={disabled ? undefined : (gone) => onChange(files.filter((one) => one.id !== gone))}
        />
      ) : null}
      {underway.map((one) => (
        <OnItsWay key={one.key} one={one} onDismiss={() => dismiss(one.key)} />
      ))}
      {/* The browser's own control speaks the browser's language; this one is pressed, reached and named like it. */}
      <label className={full ? 'jm-file-choose jm-file-choose-full' : 'jm-file-choose'}>
        <input
          id={id}
          type="file"
          className="jm-sr"
          aria-labelledby={`${id}-label`}
          multiple={maxFiles > 1}
          accept={field.accept?.join(',') ?? accept}
          disabled={full}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <UploadOutlined aria-hidden /> {t('field.file.choose')}
      </label>
      <span className="jm-hint">{t('field.file.hint', { count: maxFiles, size: formatBytes(maxBytes) })}</span>
    </div>
  );
}

function OnItsWay({ one, onDismiss }: { one: Underway; onDismiss: () => void }) {
  const t = useText();
  return (
    <div className="jm-row" role={one.failure ? 'alert' : undefined}>
      <span className="jm-file-name">{one.name}</span>
      {one.failure ? (
        <>
          <span className="jm-file-failure">{one.failure}</span>
          <Button size="small" type="link" onClick={onDismiss}>
            {t('field.file.dismiss')}
          </Button>
        </>
      ) : (
        <Progress
          percent={Math.round(one.share * 100)}
          size="small"
          aria-label={t('field.file.progress', { name: one.name })}
        />
      )}
    </div>
  );
}
