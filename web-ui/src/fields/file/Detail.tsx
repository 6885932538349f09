import type { StoredFile } from '../../api';
import { Files } from '../attachments/Files';
import type { CellProps } from '../defineField';

/** The files by name and size. */
export function Detail({ value, context }: CellProps<StoredFile[]>) {
  return <Files tenant={context.place.tenant} files={value} />;
}
