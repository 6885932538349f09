import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { FormPlace, FormRecord, ListedRecord } from '../../api';
import { FieldCell, FieldTitle, fieldType, readsFromTheRight } from '../../fields';
import { local, useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { Chooser, PageChooser } from '../bulk/Chooser';
import type { Selection } from '../bulk/useSelection';
import { recordAddress } from '../usePlace';
import { BrokenSeal } from './BrokenSeal';
import { readableIn } from '../filter/operators';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  columns: Field[];
  items: ListedRecord[];
  sort?: string | undefined;
  /** Absent: the order is not the reader's to choose. */
  onSort?: ((sort: string | undefined) => void) | undefined;
  /** Absent: records are not chosen here. */
  selection?: Selection | undefined;
  /** Columns after the fields. */
  more?: MoreColumn[] | undefined;
}

/** A column that is no field. */
export interface MoreColumn {
  title: string;
  cell: (record: FormRecord) => ReactNode;
}

/** Dense rows; the first cell is the link, the whole row follows it for the pointer. */
export function RecordTable({ place, form, columns, items, sort, onSort, selection, more = [] }: Props) {
  const t = useText();
  const width = columns.length + more.length + (selection ? 1 : 0);
  return (
    // Scrolls sideways when there are many columns, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="jm-table-scroll" role="region" aria-label={local(form.title, form.key)} tabIndex={0}>
      <table className="jm-table">
        <thead>
          <tr>
            {selection ? (
              <td className="jm-choose">
                <PageChooser items={items} selection={selection} />
              </td>
            ) : null}
            {columns.map((field) => (
              <ColumnHead
                key={field.key}
                field={field}
                sortable={onSort !== undefined && fieldType(field.type).sortable && readableIn(field, items)}
                sort={sort}
                onSort={onSort}
              />
            ))}
            {more.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) =>
            'data' in item ? (
              <Row
                key={item.id}
                place={place}
                form={form}
                columns={columns}
                record={item}
                selection={selection}
                more={more}
              />
            ) : (
              <tr key={item.id} className="jm-broken">
                <td colSpan={width}>
                  <BrokenSeal />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <span className="jm-sr" role="status">
        {t('records.rows', { count: items.length })}
      </span>
    </div>
  );
}

function ColumnHead({
  field,
  sortable,
  sort,
  onSort,
}: {
  field: Field;
  sortable: boolean;
  sort: string | undefined;
  onSort: Props['onSort'];
}) {
  const t = useText();
  const title = local(field.title, field.key);
  const direction = sort === field.key ? 'ascending' : sort === `-${field.key}` ? 'descending' : undefined;
  const next = direction === 'ascending' ? `-${field.key}` : direction === 'descending' ? undefined : field.key;
  const right = readsFromTheRight(field) ? 'jm-right' : '';
  if (!sortable) {
    return (
      <th scope="col" className={right}>
        <FieldTitle field={field} />
      </th>
    );
  }
  return (
    <th scope="col" className={right} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className="jm-plain jm-sort"
        title={t('records.sortBy', { field: title })}
        onClick={() => onSort?.(next)}
      >
        <FieldTitle field={field} />
        <span className="jm-sort-mark" aria-hidden>
          {direction === 'ascending' ? (
            <CaretUpFilled aria-hidden />
          ) : direction === 'descending' ? (
            <CaretDownFilled aria-hidden />
          ) : null}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  place: FormPlace;
  form: FormDefinition;
  columns: Field[];
  record: FormRecord;
  selection: Selection | undefined;
  more: MoreColumn[];
}

function Row({ place, form, columns, record, selection, more }: RowProps) {
  const t = useText();
  const navigate = useNavigate();
  const to = recordAddress(place, record.id);
  return (
    // The link in the first cell serves keyboards and readers; the row only widens its target for the pointer.

    <tr
      className={selection?.chosen.has(record.id) ? 'jm-chosen' : undefined}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('label, button, input, .jm-choose')) return;
        if (window.getSelection()?.toString()) return;
        if (event.ctrlKey || event.metaKey) window.open(to, '_blank', 'noopener');
        else void navigate(to);
      }}
    >
      {selection ? (
        <td className="jm-choose">
          <Chooser form={form} record={record} selection={selection} />
        </td>
      ) : null}
      {columns.map((field, index) => {
        const cell = (
          <FieldCell
            field={field}
            value={record.data[field.key]}
            access={record.access?.[field.key]}
            context={{ place, withdrawn: record.withdrawn }}
          />
        );
        return (
          <td key={field.key} className={readsFromTheRight(field) ? 'jm-right' : ''}>
            {index === 0 ? (
              <Link to={to} onClick={(event) => event.stopPropagation()}>
                {cell}
                {record.status.toLowerCase() === 'draft' ? (
                  <span className="jm-draft">{t('records.status.draft')}</span>
                ) : null}
              </Link>
            ) : (
              cell
            )}
          </td>
        );
      })}
      {more.map((column) => (
        <td key={column.title}>{column.cell(record)}</td>
      ))}
    </tr>
  );
}
