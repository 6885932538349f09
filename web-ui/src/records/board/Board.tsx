import { useState } from 'react';
import type { FormRecord, SavedView } from '../../api';
import { FieldCell } from '../../fields';
import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import { columnsOf } from '../list/columns';
import type { PartProps } from '../list/RecordResults';
import { namedBy } from '../RecordName';
import { columnQuery, columnsOfBoard, movable, type ColumnValue } from './boardQuery';
import { Card } from './Card';
import { Column } from './Column';
import { useDrag } from './useDrag';
import { useMove } from './useMove';
import './board.css';

/** Lines of a card under its name. */
const LINES = 4;

interface Props extends Omit<PartProps, 'view' | 'state' | 'phone' | 'children'> {
  view: SavedView;
  field: Field;
}

/** Records in columns by the options of a choice. Moving a card changes the choice, where its reader may edit it. */
export function Board({ place, form, view, query, field }: Props) {
  const t = useText();
  const values = columnsOfBoard(field);
  const head = namedBy(form) ?? field;
  const lines = columnsOf(form, view.fields)
    .filter(({ key }) => key !== head.key && key !== field.key)
    .slice(0, LINES);
  const keys = [head.key, field.key, ...lines.map(({ key }) => key)];
  const askedOf = (value: ColumnValue) => columnQuery(query, field.key, value, [...new Set(keys)]);
  const titleOf = (value: ColumnValue) =>
    value === null ? t('board.empty') : local(field.options?.find((option) => option.value === value)?.title, value);
  const move = useMove(place, field, askedOf, titleOf);
  const [followed, setFollowed] = useState<string>();
  const to = (record: FormRecord, from: ColumnValue, column: string) => {
    const value = values[Number(column)];
    if (value !== undefined && value !== from && !(value === null && field.required))
      move.mutate({ record, from, to: value });
  };
  const { drag, start } = useDrag();
  return (
    // Scrolls sideways when there are many columns, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="jm-board" role="region" aria-label={local(view.title)} tabIndex={0} data-board>
      {values.map((from, index) => (
        <Column
          key={from ?? ''}
          place={place}
          column={String(index)}
          title={from === null ? t('board.empty') : <FieldCell field={field} value={from} context={{ place }} />}
          asked={askedOf(from)}
          over={drag?.over === String(index)}
          card={(record) => (
            <Card
              key={record.id}
              place={place}
              form={form}
              record={record}
              head={head}
              lines={lines}
              targets={
                movable(form, field, record)
                  ? values.flatMap((value, column) =>
                      value === from || (value === null && field.required)
                        ? []
                        : [{ column: String(column), title: titleOf(value) }],
                    )
                  : []
              }
              drag={drag}
              focused={followed === record.id}
              onDragStart={(event) => {
                setFollowed(undefined);
                start(event, record.id, (column) => to(record, from, column));
              }}
              onMove={(column) => {
                setFollowed(record.id);
                to(record, from, column);
              }}
            />
          )}
        />
      ))}
    </div>
  );
}
