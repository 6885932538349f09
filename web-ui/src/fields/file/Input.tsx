import type { StoredFile } from '../../api';
import { Attach } from '../attachments/Attach';
import type { InputProps } from '../defineField';

export function Input(props: InputProps<StoredFile[]>) {
  return <Attach {...props} />;
}
