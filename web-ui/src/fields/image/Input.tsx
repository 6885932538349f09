import type { StoredFile } from '../../api';
import { Attach } from '../attachments/Attach';
import type { InputProps } from '../defineField';

export function Input(props: InputProps<StoredFile[]>) {
  return <Attach {...props} pictures accept="image/png,image/jpeg,image/webp,image/gif" />;
}
