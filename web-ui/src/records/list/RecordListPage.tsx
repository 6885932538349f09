import { EyeInvisibleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { findingText, type FormPlace, type SavedView } from '../../api';
import { LoadFailure } from '../../ask';
import { local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { Empty, PageSkeleton, sideBySide, useIsPhone, useTitle } from '../../ui';
import { useColumns } from '../columns/useColumns';
import { ConversionStrip } from '../conversion/ConversionStrip';
import { TableResults } from '../table/TableResults';
import { useForm, usePlace } from '../usePlace';
import { useViewChanges, useViews } from '../views/useViews';
import { bothOf, comparesProtected, namedView, offered, showsAll } from '../views/view';
import { ViewMenu, type Present } from '../views/ViewMenu';
import { ViewPicker } from '../views/ViewPicker';
import { toFilter } from '../filter/toFilter';
import { ListHead } from './ListHead';
import { CardResults } from './RecordResults';
import { useListState, type ListState } from './useListState';
import { ViewPart } from './ViewPart';
import './list.css';
import '../views/views.css';

/** A week's days, which need less than a column each. */
const DAYS = 5;
const NEWEST = ['-createdAt'];

export function RecordListPage() {
  const t = useText();
  const place = usePlace();
  const { form, error, refetch } = useForm(place);
  const views = useViews(place);
  if (error && !form)
    return <LoadFailure title={t('records.formFailed')} error={error} tenant={place.tenant} onRetry={refetch} />;
  return form && !views.isPending ? (
    <RecordList key={`${place.app}/${place.form}`} place={place} form={form} views={offered(views.data?.items ?? [])} />
  ) : (
    <PageSkeleton label={t('app.loading')} />
  );
}

interface Props {
  place: FormPlace;
  form: FormDefinition;
  views: SavedView[];
}

/** The records of a form as the view in the address lays them out, under the conditions and in the order chosen on top of it. */
function RecordList({ place, form, views }: Props) {
  const t = useText();
  const phone = useIsPhone();
  useTitle(local(form.title));
  const state = useListState(form);
  const named = namedView(views, state.view);
  const view = named ?? (state.view === '' ? views.find(showsAll) : undefined);
  const changes = useViewChanges(place, (gone) => (gone === view?.id ? state.show('') : undefined));
  const columns = useColumns(place, form, view, changes);
  const lost = state.view !== '' && named === undefined;
  const shut = lost || view?.usable === false;
  const asked = presentOf(form, view, state, shut ? t('views.nothingToSave') : t('views.protected'), shut);
  const table = view === undefined || view.kind === 'table';
  const present =
    table && (columns.changed || view?.fields)
      ? { ...asked, columns: columns.layout, changed: asked.changed || columns.changed }
      : asked;
  const query = {
    ...(present.filter ? { filter: present.filter } : {}),
    sort: present.sort,
    ...(state.shared ? { shared: true } : {}),
  };
  const show = (name: string) => {
    columns.forget(name);
    state.show(name);
  };
  const controls = (
    <span className="jm-row">
      {views.some((each) => !showsAll(each)) || views.length > 1 ? (
        <ViewPicker views={views} value={view?.id ?? ''} onChange={state.setView} phone={phone} />
      ) : null}
      <ViewMenu place={place} form={form} view={view} present={present} changes={changes} onShow={show} />
    </span>
  );
  const part = { place, form, view, state, query, phone, children: phone ? controls : null };
  return (
    <div
      className={table && !phone && !shut ? 'jm-page-wide jm-list jm-list-desk' : 'jm-page-wide jm-list'}
      style={sideBySide(shut ? 0 : standing(form, view, columns.layout.fields.length))}
    >
      <ListHead place={place} form={form} query={shut || state.shared ? undefined : query} phone={phone}>
        {phone ? null : controls}
      </ListHead>
      <ConversionStrip place={place} />
      {shut ? (
        <>
          {phone ? <div className="jm-filters">{controls}</div> : null}
          <div className="jm-card">
            <Empty
              icon={<EyeInvisibleOutlined aria-hidden />}
              title={t(lost ? 'views.gone' : 'views.unusable')}
              hint={view?.reason ? findingText({ code: view.reason }) : t('views.goneHint')}
              action={<Button onClick={() => state.show('')}>{t('views.showAll')}</Button>}
            />
          </div>
        </>
      ) : !table ? (
        <ViewPart {...part} view={view} />
      ) : phone ? (
        <CardResults {...part} />
      ) : (
        <TableResults {...part} columns={columns} />
      )}
    </div>
  );
}

/** How many columns of cells, cards or days stand side by side. */
function standing(form: FormDefinition, view: SavedView | undefined, columns: number): number {
  if (view?.kind === 'kanban') return (fieldOf(form, view.groupBy ?? '')?.options?.length ?? 0) + 1;
  return view?.kind === 'calendar' ? DAYS : columns;
}

/** What the list asks: the view's question with the conditions and the order chosen on top of it. */
function presentOf(
  form: FormDefinition,
  view: SavedView | undefined,
  state: ListState,
  refusal: string,
  shut: boolean,
): Present {
  const own = view?.sort?.length ? view.sort : NEWEST;
  return {
    filter: bothOf(view?.filter, toFilter(form, state.conditions)),
    sort: state.sort ? [state.sort] : own,
    changed: state.conditions.length > 0 || (state.sort !== undefined && state.sort !== own[0]),
    refusal: shut || comparesProtected(form, state.conditions) ? refusal : undefined,
  };
}
