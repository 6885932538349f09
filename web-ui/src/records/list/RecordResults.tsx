import { FilterOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FormPlace, RecordQuery } from '../../api';
import { LoadFailure } from '../../ask';
import { useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { Empty, RowsSkeleton } from '../../ui';
import { BulkBar } from '../bulk/BulkBar';
import { useSelection } from '../bulk/useSelection';
import type { ShownView } from '../views/view';
import { columnsOf } from './columns';
import { FilterBar } from '../filter/FilterBar';
import { CreateButton } from './ListHead';
import { Pager } from './Pager';
import { RecordCards } from './RecordCards';
import type { ListState } from './useListState';
import { useRecordPages } from './useRecordPages';

export interface PartProps {
  place: FormPlace;
  form: FormDefinition;
  view: ShownView;
  state: ListState;
  query: RecordQuery;
  phone: boolean;
  /** Stands before the conditions: the views at phone width. */
  children?: ReactNode;
}

/** Records as cards, page by page: the list at phone width. */
export function CardResults({ place, form, view, state, query, children }: PartProps) {
  const t = useText();
  const columns = columnsOf(form, view?.fields);
  const { page, shape, items, first, pager } = useRecordPages(place, query);
  const selection = useSelection(shape);
  const choosing = mayChoose(form) ? selection : undefined;
  return (
    <>
      <FilterBar form={form} place={place} items={items} state={state}>
        {children}
      </FilterBar>
      <div className="jm-card jm-list-card" aria-busy={page.isFetching}>
        {page.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : page.error ? (
          <LoadFailure
            title={t('records.listFailed')}
            error={page.error}
            tenant={place.tenant}
            onRetry={() => void page.refetch()}
          />
        ) : items.length === 0 && first ? (
          <NoRecords place={place} form={form} filtered={query.filter !== undefined} state={state} />
        ) : (
          <RecordCards place={place} form={form} columns={columns} items={items} selection={choosing} />
        )}
        {items.length > 0 || !first ? <Pager {...pager} /> : null}
      </div>
      {choosing ? <BulkBar place={place} form={form} selection={choosing} /> : null}
    </>
  );
}

/** Whether there is anything that this reader could do with records he has chosen. */
export const mayChoose = (form: FormDefinition): boolean =>
  ['update', 'delete', 'print'].some((action) => may(form, action));

interface NoRecordsProps {
  place: FormPlace;
  form: FormDefinition;
  filtered: boolean;
  state: ListState;
}

/** None that match, or none at all: the next step either way. */
export function NoRecords({ place, form, filtered, state }: NoRecordsProps) {
  const t = useText();
  if (state.shared && !filtered)
    return (
      <Empty
        icon={<TeamOutlined aria-hidden />}
        title={t('share.nothing')}
        hint={t('share.nothingHint')}
        action={<Button onClick={() => state.setShared(false)}>{t('share.showAll')}</Button>}
      />
    );
  return filtered ? (
    <Empty
      icon={<FilterOutlined aria-hidden />}
      title={t('records.noMatch')}
      hint={t('records.noMatchHint')}
      action={<Button onClick={() => state.show('')}>{t('records.clearFilter')}</Button>}
    />
  ) : (
    <Empty
      icon={<PlusOutlined aria-hidden />}
      title={t('records.none')}
      hint={t(may(form, 'create') ? 'records.noneHint' : 'records.noneHintReader')}
      action={<CreateButton place={place} form={form} />}
    />
  );
}
