import { VerticalAlignTopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FormPlace } from '../../api';
import { local, useText } from '../../i18n';
import { operandOf } from '../filter/operators';
import { systemFields } from '../filter/systemFields';
import type { Order } from './order';

interface Props {
  place: FormPlace;
  order: Order;
  value: unknown;
  onStart: () => void;
}

/** Says that the list does not begin at its beginning, and leads back there. */
export function Beginning({ place, order, value, onStart }: Props) {
  const t = useText();
  const { field } = order;
  const { Cell } = operandOf(field);
  return (
    <div className="jm-grid-from" role="status">
      <span>
        {t('table.from', { field: titleOfOrder(order, t) })} <Cell field={field} value={value} context={{ place }} />
        <span className="jm-quiet"> · {t('table.fromHint')}</span>
      </span>
      <Button size="small" icon={<VerticalAlignTopOutlined aria-hidden />} onClick={onStart}>
        {t('table.toStart')}
      </Button>
    </div>
  );
}

export function titleOfOrder({ field }: Order, t: (key: string) => string): string {
  return systemFields.includes(field) ? t(`filter.system.${field.key}`) : local(field.title, field.key);
}
