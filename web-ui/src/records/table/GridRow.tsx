import { Checkbox } from 'antd';
import { memo, type MouseEvent } from 'react';
import { Link } from 'react-router';
import type { FormPlace, FormRecord, ListedRecord } from '../../api';
import { FieldCell, readsFromTheRight } from '../../fields';
import { useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { CellEditor } from '../cell/CellEditor';
import { editableHere } from '../cell/editable';
import { BrokenSeal } from '../list/BrokenSeal';
import { nameOf } from '../RecordName';
import { recordAddress } from '../usePlace';

export interface RowProps {
  place: FormPlace;
  form: FormDefinition;
  fields: readonly Field[];
  pinned: readonly string[];
  row: number;
  /** Undefined while it is being read. */
  item: ListedRecord | undefined;
  /** Undefined where records are not chosen. */
  chosen: boolean | undefined;
  /** The column at which Tab stops in this row. */
  stop: number | undefined;
  /** The field whose value is being changed in this row. */
  editing: string | undefined;
  onChoose: (record: FormRecord) => void;
  onClick: (event: MouseEvent, record: FormRecord) => void;
  onEdit: (record: FormRecord, row: number, column: number) => void;
  onEdited: (on: boolean) => void;
}

/** One row of one height, drawn again only when something of it changes. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { item, chosen, fields, row } = props;
  if (item && 'data' in item) return <RecordRow {...props} record={item} />;
  return (
    <tr aria-rowindex={row + 2} className={item ? 'jm-broken' : undefined} aria-busy={item ? undefined : true}>
      <td
        role="gridcell"
        colSpan={fields.length + (chosen === undefined ? 0 : 1)}
        data-cell={`${row}/0`}
        tabIndex={props.stop === undefined ? -1 : 0}
      >
        {item ? <BrokenSeal /> : <span className="jm-grid-wait" aria-hidden />}
      </td>
    </tr>
  );
});

function RecordRow({ record, ...props }: RowProps & { record: FormRecord }) {
  const { place, form, fields, pinned, row, chosen, stop, editing, onChoose, onClick, onEdit, onEdited } = props;
  const t = useText();
  const name = nameOf(form, record);
  const before = chosen === undefined ? 0 : 1;
  const at = (column: number) => ({
    role: 'gridcell',
    'data-cell': `${row}/${column}`,
    tabIndex: stop === column ? 0 : -1,
  });
  return (
    // Keys are taken by the table as a whole; the row only widens the link's target for the pointer.

    <tr
      aria-rowindex={row + 2}
      aria-selected={chosen}
      className={chosen ? 'jm-chosen' : undefined}
      onClick={(event) => onClick(event, record)}
    >
      {chosen === undefined ? null : (
        <td className="jm-choose jm-pinned" {...at(0)}>
          <Checkbox
            tabIndex={-1}
            aria-label={name ? t('bulk.choose', { name }) : t('bulk.chooseOne')}
            checked={chosen}
            onChange={() => onChoose(record)}
          />
        </td>
      )}
      {fields.map((field, index) => {
        const content = <CellContent place={place} field={field} record={record} first={index === 0} />;
        return (
          // The table takes the keys that do the same.

          <td
            key={field.key}
            {...at(index + before)}
            aria-readonly={!editableHere(form, field, record)}
            className={[
              pinned.includes(field.key) ? 'jm-pinned' : '',
              readsFromTheRight(field) ? 'jm-right' : '',
              editing === field.key ? 'jm-editing' : '',
            ].join(' ')}
            style={pinned.includes(field.key) ? { left: `var(--jm-left-${index})` } : undefined}
            onDoubleClick={() => onEdit(record, row, index + before)}
          >
            {editing === field.key ? (
              <CellEditor place={place} form={form} field={field} record={record} onDone={onEdited}>
                {content}
              </CellEditor>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface CellProps {
  place: FormPlace;
  field: Field;
  record: FormRecord;
  first: boolean;
}

/** A value; the first one of a row is the link to the record. */
function CellContent({ place, field, record, first }: CellProps) {
  const t = useText();
  const cell = (
    <FieldCell
      field={field}
      value={record.data[field.key]}
      access={record.access?.[field.key]}
      context={{ place, withdrawn: record.withdrawn }}
    />
  );
  return (
    <div className="jm-grid-in">
      {first ? (
        <Link to={recordAddress(place, record.id)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {cell}
          {record.status.toLowerCase() === 'draft' ? (
            <span className="jm-draft">{t('records.status.draft')}</span>
          ) : null}
        </Link>
      ) : (
        cell
      )}
    </div>
  );
}
