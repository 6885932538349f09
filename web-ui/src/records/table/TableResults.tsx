import { Button } from 'antd';
import { useState } from 'react';
import { LoadFailure } from '../../ask';
import { useText } from '../../i18n';
import { RowsSkeleton } from '../../ui';
import { BulkBar } from '../bulk/BulkBar';
import { useSelection } from '../bulk/useSelection';
import { ColumnsButton } from '../columns/ColumnsButton';
import type { Columns } from '../columns/useColumns';
import { FilterBar } from '../filter/FilterBar';
import { mayChoose, NoRecords, type PartProps } from '../list/RecordResults';
import { Beginning } from './Beginning';
import { ROW, spanOf, type Span } from './geometry';
import { GridFoot } from './GridFoot';
import { askedFrom, orderedBy } from './order';
import { RecordGrid } from './RecordGrid';
import { useStanding, type Standing } from './standing';
import { useRows } from './useRows';
import './table.css';

interface Props extends PartProps {
  columns: Columns;
}

/** More than a screen holds. */
const FIRST: Span = { start: 0, end: 24 };

/** Records as one table that is read as far as it is scrolled. */
export function TableResults({ place, form, view, state, query, columns, children }: Props) {
  const t = useText();
  const standing = useStanding();
  const [span, setSpan] = useState(() => (standing.found ? seenFrom(standing.found) : FIRST));
  const order = orderedBy(form, query.sort?.[0]);
  const from = order && state.from?.field === order.field.key ? state.from : undefined;
  const asked = order && from ? { ...query, from: askedFrom(order, from.value) } : query;
  const [before] = useState(() => (standing.found?.shape === JSON.stringify(asked) ? standing.found : undefined));
  const rows = useRows(place, asked, span, before);
  const selection = useSelection(JSON.stringify(query));
  const choosing = mayChoose(form) ? selection : undefined;
  const begin =
    from && order ? (
      <Beginning place={place} order={order} value={from.value} onStart={() => state.setFrom(undefined)} />
    ) : null;
  return (
    <>
      <FilterBar
        form={form}
        place={place}
        items={rows.sample}
        state={state}
        extra={<ColumnsButton form={form} columns={columns} saved={view?.editable === true && !view.shared} />}
      >
        {children}
      </FilterBar>
      <div className="jm-card jm-list-card jm-grid-card" aria-busy={rows.fetching}>
        {begin}
        {rows.pending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : rows.error ? (
          <LoadFailure title={t('records.listFailed')} error={rows.error} tenant={place.tenant} onRetry={rows.retry} />
        ) : rows.count === 0 && from ? (
          <p className="jm-grid-none jm-quiet">{t('table.nothingBehind')}</p>
        ) : rows.count === 0 ? (
          <NoRecords place={place} form={form} filtered={query.filter !== undefined} state={state} />
        ) : (
          <>
            <RecordGrid
              place={place}
              form={form}
              columns={columns}
              rows={rows}
              span={span}
              onSpan={(next) => setSpan((now) => (now.start === next.start && now.end === next.end ? now : next))}
              sort={state.sort ?? view?.sort?.[0]}
              onSort={state.setSort}
              selection={choosing}
              before={before?.shape === rows.shape ? before : undefined}
              onStand={standing.note}
            />
            <GridFoot place={place} rows={rows} order={order} from={from?.value} onGo={state.setFrom}>
              {rows.stuck ? (
                <Button size="small" onClick={rows.retry}>
                  {t('table.retry')}
                </Button>
              ) : null}
            </GridFoot>
          </>
        )}
      </div>
      {choosing ? <BulkBar place={place} form={form} selection={choosing} /> : null}
    </>
  );
}

/** What one saw from there, until the window has been measured. */
const seenFrom = ({ top }: Standing): Span => spanOf(top, FIRST.end * ROW, Number.MAX_SAFE_INTEGER);
