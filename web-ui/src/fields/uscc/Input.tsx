import type { InputProps } from '../defineField';
import { LineInput } from '../parts/LineInput';

export function Input(props: InputProps<string>) {
  return <LineInput {...props} code />;
}
