import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { SavedView } from '../../api';
import { LoadFailure } from '../../ask';
import { currentLocale, formatDate, useText } from '../../i18n';
import { RowsSkeleton } from '../../ui';
import { columnsOf } from '../list/columns';
import type { PartProps } from '../list/RecordResults';
import { namedBy } from '../RecordName';
import { Agenda } from './Agenda';
import { addMonths, daysOf, isMonth, monthOf, today, weeksOf } from './month';
import { MonthGrid } from './MonthGrid';
import { RecordsDialog } from './RecordsDialog';
import { byDay, rangeQuery, undatedQuery, type Place } from './range';
import { useRange } from './useRange';
import './calendar.css';

/** Records asked for at once; a month with more says so. */
const PAGE = 200;

interface Props extends Omit<PartProps, 'view' | 'children'> {
  view: SavedView;
  where: Place;
}

/** Records by their day: a month as a grid, at phone width as a list of its days. */
export function Calendar({ place, form, view, state, query, phone, where }: Props) {
  const t = useText();
  const month = isMonth(state.month) ? state.month : monthOf(today());
  const days = phone ? daysOf(month) : weeksOf(month).flat();
  const { pages, records } = useRange(place, rangeQuery(query, where, days[0] ?? '', days.at(-1) ?? ''), PAGE);
  const [open, setOpen] = useState<string>();
  const [undated, setUndated] = useState(false);
  const without = undatedQuery(query, where);
  const show = (next: string) => state.setMonth(next === monthOf(today()) ? undefined : next);
  const head = namedBy(form);
  const columns = [...(head ? [head] : []), ...columnsOf(form, view.fields).filter((field) => field !== head)];
  const found = byDay(records, where, days);
  const shared = { at: place, form, place: where, days: found, onOpen: setOpen };
  const listed = { at: place, form, columns };
  return (
    <section className="jm-card jm-calendar" aria-busy={pages.isFetching}>
      <div className="jm-calendar-head">
        <h2 className="jm-calendar-month" aria-live="polite">
          {monthName(month)}
        </h2>
        <span className="jm-grow" />
        <Button onClick={() => show(monthOf(today()))}>{t('calendar.today')}</Button>
        <Button
          type="text"
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('calendar.previous')}
          title={t('calendar.previous')}
          onClick={() => show(addMonths(month, -1))}
        />
        <Button
          type="text"
          icon={<RightOutlined aria-hidden />}
          aria-label={t('calendar.next')}
          title={t('calendar.next')}
          onClick={() => show(addMonths(month, 1))}
        />
      </div>
      {pages.error ? (
        <LoadFailure
          title={t('records.listFailed')}
          error={pages.error}
          tenant={place.tenant}
          onRetry={() => void pages.refetch()}
        />
      ) : phone && pages.isPending ? (
        <RowsSkeleton label={t('app.loading')} />
      ) : phone ? (
        <Agenda {...shared} />
      ) : (
        <MonthGrid {...shared} month={month} onMonth={show} />
      )}
      {pages.hasNextPage ? (
        <div className="jm-calendar-rest" role="status">
          <span className="jm-quiet">{t('calendar.rest', { count: records.length })}</span>
          <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('calendar.loadMore')}
          </Button>
        </div>
      ) : null}
      {without ? (
        <div className="jm-calendar-rest">
          <Button type="link" size="small" onClick={() => setUndated(true)}>
            {t('calendar.undated')}
          </Button>
        </div>
      ) : null}
      {open ? (
        <RecordsDialog
          {...listed}
          query={rangeQuery(query, where, open, open)}
          title={formatDate(open)}
          none={t('calendar.noneOnDay')}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {undated && without ? (
        <RecordsDialog
          {...listed}
          query={without}
          title={t('calendar.undated')}
          none={t('calendar.noneUndated')}
          onClose={() => setUndated(false)}
        />
      ) : null}
    </section>
  );
}

function monthName(month: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
