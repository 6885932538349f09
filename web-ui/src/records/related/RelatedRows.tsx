import { LinkOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { FormPlace, RelatedList, SavedView } from '../../api';
import { LoadFailure } from '../../ask';
import { local, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { Empty, RowsSkeleton, useIsPhone } from '../../ui';
import { columnsOf } from '../list/columns';
import { Pager } from '../list/Pager';
import { RecordCards } from '../list/RecordCards';
import { RecordTable } from '../list/RecordTable';
import { useRecordPages } from '../list/useRecordPages';
import { useForm } from '../usePlace';
import { useViews } from '../views/useViews';
import { offered, showsAll } from '../views/view';
import { newPointing, placeOf, pointingAt, wholeList } from './relation';

const FEW = 5;
const NEWEST = ['-createdAt'];

interface Props {
  tenant: string;
  list: RelatedList;
  /** The record that they point at. */
  id: string;
}

/** The first of them, laid out as the other form's own list is. */
export function RelatedRows({ tenant, list, id }: Props) {
  const t = useText();
  const place = placeOf(tenant, list);
  const { form, error, refetch } = useForm(place);
  const views = useViews(place);
  if (error && !form)
    return <LoadFailure title={t('records.formFailed')} error={error} tenant={tenant} onRetry={refetch} />;
  if (!form || views.isPending) return <RowsSkeleton label={t('app.loading')} rows={FEW} />;
  const view = offered(views.data?.items ?? []).find(showsAll);
  return <Rows place={place} form={form} view={view} list={list} id={id} />;
}

interface RowsProps {
  place: FormPlace;
  form: FormDefinition;
  view: SavedView | undefined;
  list: RelatedList;
  id: string;
}

function Rows({ place, form, view, list, id }: RowsProps) {
  const t = useText();
  const phone = useIsPhone();
  const title = local(form.title, form.key);
  const columns = columnsOf(form, view?.fields).filter((field) => field.key !== list.field);
  const sort = view?.sort?.length ? view.sort : NEWEST;
  const { page, items, first, pager } = useRecordPages(place, { filter: pointingAt(list, id), sort }, FEW);
  const fresh = list.create ? (
    <Link to={newPointing(place.tenant, list, id)} tabIndex={-1}>
      <Button size="small" icon={<PlusOutlined aria-hidden />}>
        {t('related.new', { form: title })}
      </Button>
    </Link>
  ) : undefined;
  if (page.isPending) return <RowsSkeleton label={t('app.loading')} rows={FEW} />;
  if (page.error)
    return (
      <LoadFailure
        title={t('records.listFailed')}
        error={page.error}
        tenant={place.tenant}
        onRetry={() => void page.refetch()}
      />
    );
  if (items.length === 0 && first)
    return (
      <Empty
        icon={<LinkOutlined aria-hidden />}
        title={t('related.none', { form: title })}
        hint={t(list.create ? 'related.noneHint' : 'related.noneHintReader')}
        action={fresh}
      />
    );
  return (
    <div aria-busy={page.isFetching}>
      <div className="jm-related-acts">
        {fresh}
        <Link to={wholeList(place.tenant, list, id)} tabIndex={-1}>
          <Button size="small" type="text" icon={<UnorderedListOutlined aria-hidden />}>
            {t('related.all')}
          </Button>
        </Link>
      </div>
      {phone ? (
        <RecordCards place={place} form={form} columns={columns} items={items} />
      ) : (
        <RecordTable place={place} form={form} columns={columns} items={items} />
      )}
      {pager.onNext || pager.onPrevious ? <Pager {...pager} /> : null}
    </div>
  );
}
