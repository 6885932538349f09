import { RestOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Problem, type FormPlace, type FormRecord, type RecordQuery } from '../../api';
import { LoadFailure } from '../../ask';
import { formatWhen, local, useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { Empty, PageSkeleton, RowsSkeleton, sideBySide, useIsPhone, usePersonName, useTitle } from '../../ui';
import { BulkBar } from '../bulk/BulkBar';
import { useBatch } from '../bulk/useBatch';
import { useSelection } from '../bulk/useSelection';
import { nameOf } from '../RecordName';
import { listAddress, useForm, usePlace } from '../usePlace';
import { columnsOf } from './columns';
import { Pager } from './Pager';
import { RecordCards } from './RecordCards';
import { RecordTable } from './RecordTable';
import { useRecordPages } from './useRecordPages';
import './list.css';

/** What was moved there last comes first. */
const QUERY: RecordQuery = { trashed: true, sort: ['-updatedAt'] };

const FIELDS = 5;

/** Deleted records of a form, for those who may restore them. */
export function RecordBinPage() {
  const t = useText();
  const place = usePlace();
  const { form, error, refetch } = useForm(place);
  const closed = form && !may(form, 'restore') ? new Problem({ status: 403, code: 'record.action-refused' }) : null;
  if ((error && !form) || closed)
    return <LoadFailure title={t('bin.failed')} error={closed ?? error} tenant={place.tenant} onRetry={refetch} />;
  return form ? (
    <Bin key={`${place.app}/${place.form}`} place={place} form={form} />
  ) : (
    <PageSkeleton label={t('app.loading')} />
  );
}

function Bin({ place, form }: { place: FormPlace; form: FormDefinition }) {
  const t = useText();
  const personName = usePersonName();
  const phone = useIsPhone();
  useTitle(t('bin.title'), local(form.title));
  const { page, shape, items, first, pager } = useRecordPages(place, QUERY);
  const selection = useSelection(shape);
  const columns = columnsOf(form, undefined).slice(0, FIELDS);
  const restore = (record: FormRecord) => (
    <RestoreOne
      place={place}
      name={nameOf(form, record)}
      id={record.id}
      onDone={() => selection.leaveOut([record.id])}
    />
  );
  const more = [
    { title: t('bin.deletedAt'), cell: (record: FormRecord) => formatWhen(record.updatedAt) },
    { title: t('bin.deletedBy'), cell: (record: FormRecord) => record.updatedBy.name },
    { title: t('bin.keptUntil'), cell: (record: FormRecord) => until(record) },
    { title: t('bulk.restore'), cell: restore },
  ];
  return (
    <div className="jm-page-wide jm-list" style={sideBySide(columns.length + more.length)}>
      <div className="jm-list-head">
        <h1 className="jm-title">
          {local(form.title, form.key)} · {t('bin.title')}
        </h1>
        <span className="jm-grow" />
        <Link to={listAddress(place)}>{t('bin.back')}</Link>
      </div>
      <p className="jm-hint">{t('bin.rule')}</p>
      <div className="jm-card jm-list-card" aria-busy={page.isFetching}>
        {page.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : page.error ? (
          <LoadFailure
            title={t('bin.failed')}
            error={page.error}
            tenant={place.tenant}
            onRetry={() => void page.refetch()}
          />
        ) : items.length === 0 && first ? (
          <Empty
            icon={<RestOutlined aria-hidden />}
            title={t('bin.none')}
            hint={t('bin.noneHint')}
            action={
              <Link to={listAddress(place)} tabIndex={-1}>
                <Button>{t('bin.back')}</Button>
              </Link>
            }
          />
        ) : phone ? (
          <RecordCards
            place={place}
            form={form}
            columns={columns}
            items={items}
            selection={selection}
            foot={(record) => (
              <div className="jm-bin-foot">
                <span className="jm-quiet">
                  {personName(record.updatedBy)} · {formatWhen(record.updatedAt)}
                  <br />
                  {t('bin.keptUntil')} {until(record)}
                </span>
                {restore(record)}
              </div>
            )}
          />
        ) : (
          <RecordTable place={place} form={form} columns={columns} items={items} selection={selection} more={more} />
        )}
        {items.length > 0 || !first ? <Pager {...pager} /> : null}
      </div>
      <BulkBar place={place} form={form} selection={selection} bin />
    </div>
  );
}

function until(record: FormRecord): string {
  return record.keptUntil ? formatWhen(record.keptUntil) : '';
}

interface RestoreOneProps {
  place: FormPlace;
  id: string;
  name: string;
  onDone: () => void;
}

function RestoreOne({ place, id, name, onDone }: RestoreOneProps) {
  const t = useText();
  const batch = useBatch(place, onDone);
  return (
    <Button
      size="small"
      icon={<UndoOutlined aria-hidden />}
      aria-label={t('bin.restoreOne', { name })}
      loading={batch.isPending}
      onClick={() => batch.mutate({ action: 'restore', ids: [id] })}
    >
      {t('bulk.restore')}
    </Button>
  );
}
