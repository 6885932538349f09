import { Button, Skeleton } from 'antd';
import { useId, type ReactNode } from 'react';
import { problemText, type FormPlace, type FormRecord, type RecordQuery } from '../../api';
import { formatNumber, useText } from '../../i18n';
import { BrokenSeal } from '../list/BrokenSeal';
import { useBoardColumn } from './useBoardColumn';
import { useSeen } from './useSeen';

interface Props {
  place: FormPlace;
  /** Its place on the board. */
  column: string;
  title: ReactNode;
  asked: RecordQuery;
  over: boolean;
  card: (record: FormRecord) => ReactNode;
}

/** The records that have one value, asked for when the column comes into view. */
export function Column({ place, column, title, asked, over, card }: Props) {
  const t = useText();
  const id = useId();
  const { ref, seen } = useSeen<HTMLElement>();
  const { pages, items, total } = useBoardColumn(place, asked, seen);
  return (
    <section
      ref={ref}
      className={over ? 'jm-board-column jm-board-over' : 'jm-board-column'}
      aria-labelledby={id}
      aria-busy={pages.isFetching}
      data-column={column}
    >
      <h2 id={id} className="jm-board-title">
        {title}
        {total ? (
          <span className="jm-quiet jm-num">
            <span className="jm-sr">{t('board.count', { count: total.value })}</span>
            <span aria-hidden>{`${formatNumber(total.value)}${total.exact ? '' : '+'}`}</span>
          </span>
        ) : null}
      </h2>
      {pages.isPending ? (
        <div role="status" aria-label={t('app.loading')}>
          <Skeleton active title={false} paragraph={{ rows: 4 }} />
        </div>
      ) : pages.error ? (
        <div role="alert" className="jm-board-none">
          <p>{problemText(pages.error)}</p>
          <Button size="small" onClick={() => void pages.refetch()}>
            {t('board.retry')}
          </Button>
        </div>
      ) : items.length === 0 ? (
        <p className="jm-quiet jm-board-none">{t('board.none')}</p>
      ) : null}
      <ul>
        {items.map((item) =>
          'data' in item ? (
            card(item)
          ) : (
            <li key={item.id} className="jm-board-card jm-broken">
              <BrokenSeal />
            </li>
          ),
        )}
      </ul>
      {pages.hasNextPage ? (
        <Button
          type="text"
          size="small"
          block
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('board.more')}
        </Button>
      ) : null}
    </section>
  );
}
