import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { KeyboardEvent } from 'react';
import type { ListedRecord } from '../../api';
import { FieldTitle, fieldType, readsFromTheRight } from '../../fields';
import { local, useText } from '../../i18n';
import type { Column } from '../columns/layout';
import { readableIn } from '../filter/operators';
import { ResizeGrip } from './ResizeGrip';

interface Props {
  column: Column;
  index: number;
  sample: ListedRecord[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  onMove: (to: number) => void;
  onPreview: (width: number) => void;
  /** Undefined: its usual width. */
  onResize: (width: number | undefined) => void;
  onUndo: () => void;
  onDrag: () => void;
  onDrop: () => void;
}

const STEP = 20;

/** One heading. Alt and an arrow moves its column, Shift and an arrow resizes it. */
export function HeadCell(props: Props) {
  const { column, index, sample, sort, onSort, onMove, onResize, onUndo, onDrag, onDrop } = props;
  const { field, width, pinned } = column;
  const t = useText();
  const sortable = fieldType(field.type).sortable && readableIn(field, sample);
  const direction = sort === field.key ? 'ascending' : sort === `-${field.key}` ? 'descending' : undefined;
  const next = direction === 'ascending' ? `-${field.key}` : direction === 'descending' ? undefined : field.key;
  const keys = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way !== undefined && event.altKey) onMove(index + way);
    else if (way !== undefined && event.shiftKey) onResize(width + way * STEP);
    else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) onUndo();
    else return;
    event.preventDefault();
  };
  return (
    // The heading takes keys and drags for its column; what can be pressed stands inside.

    <th
      scope="col"
      className={[pinned ? 'jm-pinned' : '', readsFromTheRight(field) ? 'jm-right' : ''].join(' ')}
      style={pinned ? { left: `var(--jm-left-${index})` } : undefined}
      aria-sort={sortable ? (direction ?? 'none') : undefined}

      tabIndex={sortable ? undefined : 0}
      draggable
      onKeyDown={keys}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <div className="jm-grid-in">
        {sortable ? (
          <button
            type="button"
            className="jm-plain jm-sort"
            title={t('records.sortBy', { field: local(field.title, field.key) })}
            onClick={() => onSort(next)}
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
        ) : (
          <FieldTitle field={field} />
        )}
      </div>
      <ResizeGrip width={width} onPreview={props.onPreview} onResize={onResize} />
    </th>
  );
}
