import { useState } from 'react';
import { useText, local } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { PageChooser } from '../bulk/Chooser';
import type { Selection } from '../bulk/useSelection';
import { moved, resized, unsized, type Column } from '../columns/layout';
import type { Columns } from '../columns/useColumns';
import { HeadCell } from './HeadCell';
import type { Rows } from './useRows';

interface Props {
  form: FormDefinition;
  drawn: Column[];
  columns: Columns;
  rows: Rows;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  selection: Selection | undefined;
  /** Tells those who do not see it. */
  onSay: (text: string) => void;
  /** A column is being drawn wider or narrower; undefined once that is over. */
  onWidth: (width: { key: string; width: number } | undefined) => void;
}

/** Headings: what they sort by, and columns moved and resized right there, by pointer or keyboard. */
export function GridHead({ form, drawn, columns, rows, sort, onSort, selection, onSay, onWidth }: Props) {
  const t = useText();
  const [dragged, setDragged] = useState<string>();
  const { layout, change, undo } = columns;
  const titleOf = (key: string) => local(form.fields.find((field) => field.key === key)?.title, key);
  const move = (key: string, to: number) => {
    const next = moved(layout, key, to);
    change(next);
    onSay(t('columns.movedTo', { field: titleOf(key), place: next.fields.indexOf(key) + 1 }));
  };
  const resize = (key: string, width: number | undefined) => {
    onWidth(undefined);
    const next = width === undefined ? unsized(layout, key) : resized(layout, key, width);
    change(next);
    if (width !== undefined) onSay(t('columns.wide', { field: titleOf(key), width: next.widths[key] ?? width }));
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection ? (
          <td role="gridcell" className="jm-choose jm-pinned">
            <PageChooser items={rows.loaded} selection={selection} />
          </td>
        ) : null}
        {drawn.map((column, index) => (
          <HeadCell
            key={column.field.key}
            column={column}
            index={index}
            sample={rows.sample}
            sort={sort}
            onSort={onSort}
            onMove={(to) => move(column.field.key, to)}
            onPreview={(width) => onWidth({ key: column.field.key, width })}
            onResize={(width) => resize(column.field.key, width)}
            onUndo={() => {
              undo?.();
              onSay(t('columns.undone'));
            }}
            onDrag={() => setDragged(column.field.key)}
            onDrop={() => (dragged ? move(dragged, index) : undefined)}
          />
        ))}
      </tr>
    </thead>
  );
}
