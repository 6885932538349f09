import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fileAddress, type StoredFile } from '../../api';
import { formatBytes, useText } from '../../i18n';
import './files.css';

interface Props {
  tenant: string;
  files: StoredFile[];
  /** Shows pictures instead of clips. */
  pictures?: boolean;
  onRemove?: ((id: string) => void) | undefined;
}

const SHOWN_BY_BROWSERS = /^image\/(png|jpeg|webp|gif)$/;

/** Files by name and size, each a link to fetch it; a picture is its own preview. */
export function Files({ tenant, files, pictures, onRemove }: Props) {
  const t = useText();
  return (
    <ul className={pictures ? 'jm-files jm-files-pictures' : 'jm-files'}>
      {files.map((file) => {
        const name = file.name ?? t('field.file.nameless');
        return (
          <li key={file.id} className="jm-file">
            <a className="jm-file-link" href={fileAddress(tenant, file.id)} download={name} title={name}>
              {SHOWN_BY_BROWSERS.test(file.type) ? (
                <img className="jm-file-picture" src={fileAddress(tenant, file.id)} alt="" loading="lazy" />
              ) : (
                <PaperClipOutlined aria-hidden />
              )}
              <span className="jm-file-name">{name}</span>
            </a>
            {file.bytes ? <span className="jm-hint">{formatBytes(file.bytes)}</span> : null}
            {onRemove ? (
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('field.file.remove', { name })}
                onClick={() => onRemove(file.id)}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
