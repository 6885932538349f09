import { PaperClipOutlined } from '@ant-design/icons';
import { formatBytes } from '../../i18n';
import { isMasked } from '../../schema';
import type { CellProps } from '../defineField';
import type { StoredFile } from './index';

/** The files by name and size. */
export function Detail({ value }: CellProps<StoredFile[]>) {
  return (
    <ul>
      {value.map((item) => (
        <li key={item.id} className="jm-row">
          <PaperClipOutlined aria-hidden />
          <span>{isMasked(item.name) ? item.name.masked : item.name}</span>
          <span className="jm-hint">{formatBytes(item.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
