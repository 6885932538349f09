import { EyeInvisibleOutlined } from '@ant-design/icons';
import { lazy, Suspense } from 'react';
import type { SavedView } from '../../api';
import { useText } from '../../i18n';
import { Empty, RowsSkeleton } from '../../ui';
import { boardField } from '../board/boardQuery';
import { placeOf } from '../calendar/range';
import { FilterBar } from '../filter/FilterBar';
import type { PartProps } from './RecordResults';

const Board = lazy(async () => ({ default: (await import('../board/Board')).Board }));
const Calendar = lazy(async () => ({ default: (await import('../calendar/Calendar')).Calendar }));

interface Props extends PartProps {
  view: SavedView;
}

/** Records as a view lays them out that is no table; loaded when the first one is opened. */
export function ViewPart({ children, ...part }: Props) {
  const t = useText();
  const { place, form, state, view } = part;
  const field = boardField(form, view);
  const where = view.kind === 'calendar' ? placeOf(form, view) : undefined;
  return (
    <>
      <FilterBar form={form} place={place} items={[]} state={state}>
        {children}
      </FilterBar>
      <Suspense fallback={<RowsSkeleton label={t('app.loading')} />}>
        {field ? (
          <Board key={view.id} {...part} field={field} />
        ) : where ? (
          <Calendar key={view.id} {...part} where={where} />
        ) : (
          <div className="jm-card">
            <Empty
              icon={<EyeInvisibleOutlined aria-hidden />}
              title={t(view.kind === 'kanban' ? 'board.noField' : 'calendar.noField')}
              hint={t('board.noFieldHint')}
            />
          </div>
        )}
      </Suspense>
    </>
  );
}
