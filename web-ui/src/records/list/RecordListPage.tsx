import { FilterOutlined, PlusOutlined, RestOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { Link, useOutletContext } from 'react-router';
import type { Filter, FormPlace, Me, RecordQuery } from '../../api';
import { LoadFailure } from '../../ask';
import { local, useText } from '../../i18n';
import { may, viewFilter, type FormDefinition, type View } from '../../schema';
import { Empty, PageSkeleton, RowsSkeleton, useIsPhone, useTitle } from '../../ui';
import { BulkBar } from '../bulk/BulkBar';
import { useSelection } from '../bulk/useSelection';
import { ExchangeActions } from '../exchange/ExchangeActions';
import { listAddress, useForm, usePlace } from '../usePlace';
import { columnsOf } from './columns';
import { toFilter } from './condition';
import { FilterBar } from './FilterBar';
import { Pager } from './Pager';
import { RecordCards } from './RecordCards';
import { RecordTable } from './RecordTable';
import { useListState } from './useListState';
import { useRecordPages } from './useRecordPages';
import './list.css';

export function RecordListPage() {
  const t = useText();
  const place = usePlace();
  const { form, error, refetch } = useForm(place);
  if (error && !form)
    return <LoadFailure title={t('records.formFailed')} error={error} tenant={place.tenant} onRetry={refetch} />;
  return form ? (
    <RecordList key={`${place.app}/${place.form}`} place={place} form={form} />
  ) : (
    <PageSkeleton label={t('app.loading')} />
  );
}

function RecordList({ place, form }: { place: FormPlace; form: FormDefinition }) {
  const t = useText();
  const phone = useIsPhone();
  useTitle(local(form.title));
  const state = useListState(form);
  const me = useOutletContext<Me>();
  const views = offeredViews(form, { id: me.id, name: me.name });
  const view = views.find((each) => each.key === state.view) ?? views.find(showsAll);
  const columns = columnsOf(form, view);
  const filter = bothOf(view?.condition, toFilter(form, state.conditions));
  const sort = state.sort ? [state.sort] : (view?.sort ?? ['-createdAt']);
  const query: RecordQuery = { ...(filter ? { filter } : {}), sort };
  const { page, shape, items, first, pager } = useRecordPages(place, query);
  const selection = useSelection(shape);
  const choosing = may(form, 'update') || may(form, 'delete') ? selection : undefined;
  const filtered = state.conditions.length > 0 || view?.condition !== undefined;
  const mayCreate = may(form, 'create');
  const create = mayCreate ? (
    <Link to={`${listAddress(place)}/new`} tabIndex={-1}>
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('records.new')}
      </Button>
    </Link>
  ) : null;

  const picker =
    views.length > 1 || views.some((each) => !showsAll(each)) ? (
      <ViewPicker views={views} value={view?.key ?? ''} onChange={state.setView} phone={phone} />
    ) : null;
  return (
    <div className="jm-page-wide jm-list">
      <div className="jm-list-head">
        <h1 className="jm-title">{local(form.title, form.key)}</h1>
        {phone ? null : picker}
        <span className="jm-grow" />
        <ExchangeActions place={place} form={form} query={query} phone={phone} />
        {may(form, 'restore') ? <BinLink place={place} /> : null}
        {create}
      </div>
      <FilterBar form={form} place={place} items={items} state={state}>
        {phone ? picker : null}
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
          filtered ? (
            <Empty
              icon={<FilterOutlined aria-hidden />}
              title={t('records.noMatch')}
              hint={t('records.noMatchHint')}
              action={
                <Button
                  onClick={() => {
                    state.setConditions([]);
                    if (view) state.setView('');
                  }}
                >
                  {t('records.clearFilter')}
                </Button>
              }
            />
          ) : (
            <Empty
              icon={<PlusOutlined aria-hidden />}
              title={t('records.none')}
              hint={t(mayCreate ? 'records.noneHint' : 'records.noneHintReader')}
              action={create}
            />
          )
        ) : phone ? (
          <RecordCards place={place} form={form} columns={columns} items={items} selection={choosing} />
        ) : (
          <RecordTable
            place={place}
            form={form}
            columns={columns}
            items={items}
            sort={state.sort ?? view?.sort?.[0]}
            onSort={state.setSort}
            selection={choosing}
          />
        )}
        {items.length > 0 || !first ? <Pager {...pager} /> : null}
      </div>
      {choosing ? <BulkBar place={place} form={form} selection={choosing} /> : null}
    </div>
  );
}

function BinLink({ place }: { place: FormPlace }) {
  const t = useText();
  return (
    <Link to={`${listAddress(place)}/bin`} tabIndex={-1}>
      <Button icon={<RestOutlined aria-hidden />} aria-label={t('bin.open')} title={t('bin.open')} />
    </Link>
  );
}

interface ViewPickerProps {
  views: OfferedView[];
  value: string;
  onChange: (view: string) => void;
  phone: boolean;
}

function ViewPicker({ views, value, onChange, phone }: ViewPickerProps) {
  const t = useText();
  const options = [
    ...(views.some(showsAll) ? [] : [{ value: '', label: t('records.all') }]),
    ...views.map((view) => ({ value: view.key, label: local(view.title, view.key) })),
  ];
  if (phone || options.length > 4) {
    return (
      <Select
        aria-label={t('records.view')}
        value={value}
        options={options}
        onChange={onChange}
        popupMatchSelectWidth={false}
      />
    );
  }
  return <Segmented aria-label={t('records.view')} value={value} options={options} onChange={onChange} />;
}

/** The form's own list of everything, under the designer's title. */
const showsAll = (view: OfferedView) => view.condition === undefined;

interface OfferedView extends View {
  condition: Filter | undefined;
}

/** Tables whose condition the list query can be asked; boards are not part of this version. */
function offeredViews(form: FormDefinition, user: Record<string, unknown>): OfferedView[] {
  return form.views
    .filter((view) => view.type === 'table')
    .map((view) => ({ ...view, condition: viewFilter(form.compiled.views[view.key]?.tree, user) }))
    .filter((view) => view.filter === undefined || view.condition !== undefined);
}

function bothOf(left: Filter | undefined, right: Filter | undefined): Filter | undefined {
  return left && right ? { and: [left, right] } : (left ?? right);
}
