import type { ReactNode } from 'react';
import type { FormPlace } from '../../api';
import { formatNumber, useText } from '../../i18n';
import type { Beginning as Start } from '../list/useListState';
import { GoTo } from './GoTo';
import type { Order } from './order';
import type { Rows } from './useRows';

interface Props {
  place: FormPlace;
  rows: Rows;
  order: Order | undefined;
  from: unknown;
  onGo: (from: Start | undefined) => void;
  children?: ReactNode;
}

/** How many there are, once that is known, and the way to a value of the order. */
export function GridFoot({ place, rows, order, from, onGo, children }: Props) {
  const t = useText();
  const { total } = rows;
  return (
    <div className="jm-pager">
      <span className="jm-quiet jm-num" role="status">
        {total
          ? t(total.exact ? 'pager.total' : 'pager.moreThan', { count: total.value, value: formatNumber(total.value) })
          : ''}
      </span>
      <span className="jm-grow" />
      {children}
      {order ? <GoTo place={place} order={order} from={from} onGo={onGo} /> : null}
    </div>
  );
}
