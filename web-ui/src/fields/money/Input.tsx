import type { InputProps } from '../defineField';
import { DecimalInput } from '../parts/DecimalInput';
import { currencySymbol, moneyScale } from './currency';

export function Input(props: InputProps<string>) {
  return <DecimalInput {...props} scale={moneyScale(props.field)} before={currencySymbol(props.field)} />;
}
