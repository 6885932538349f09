import { PaperClipOutlined } from '@ant-design/icons';
import type { StoredFile } from '../../api';
import { useText } from '../../i18n';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<StoredFile[]>) {
  const t = useText();
  return (
    <span>
      <PaperClipOutlined aria-hidden /> {t('field.file.count', { count: value.length })}
    </span>
  );
}
