import type { InputProps } from '../defineField';
import { DecimalInput } from '../parts/DecimalInput';

export function Input(props: InputProps<string>) {
  return <DecimalInput {...props} scale={props.field.scale} after="%" />;
}
