import { AimOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useId, useState } from 'react';
import type { FormPlace } from '../../api';
import { isEmpty } from '../../fields';
import { useText } from '../../i18n';
import { operandOf } from '../filter/operators';
import type { Beginning as Start } from '../list/useListState';
import { titleOfOrder } from './Beginning';
import type { Order } from './order';

interface Props {
  place: FormPlace;
  order: Order;
  from: unknown;
  onGo: (from: Start | undefined) => void;
}

/** Leads to a day, a number or a text of what the list is ordered by, without reading what stands before it. */
export function GoTo({ place, order, from, onGo }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topRight"
      arrow={false}
      destroyOnHidden
      content={
        <GoToForm
          place={place}
          order={order}
          from={from}
          onGo={(value) => {
            setOpen(false);
            onGo(value);
          }}
        />
      }
    >
      <Button size="small" type="text" icon={<AimOutlined aria-hidden />} aria-haspopup="dialog" aria-expanded={open}>
        {t('table.goTo')}
      </Button>
    </Popover>
  );
}

function GoToForm({ place, order, from, onGo }: Props) {
  const t = useText();
  const id = useId();
  const [value, setValue] = useState(from);
  const { field } = order;
  const { Input } = operandOf(field);
  return (
    <form
      className="jm-goto"
      aria-label={t('table.goTo')}
      onSubmit={(event) => {
        event.preventDefault();
        onGo(isEmpty(value) ? undefined : { field: field.key, value });
      }}
    >
      <label htmlFor={id}>{titleOfOrder(order, t)}</label>
      <Input id={id} field={field} value={value} context={{ place }} onChange={(next) => setValue(next ?? undefined)} />
      <p className="jm-hint">{t('table.goToHint')}</p>
      <Button type="primary" htmlType="submit" disabled={isEmpty(value)}>
        {t('table.go')}
      </Button>
    </form>
  );
}
