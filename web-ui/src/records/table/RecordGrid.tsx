import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import type { FormPlace, FormRecord } from '../../api';
import type { Selection } from '../bulk/useSelection';
import { columnsIn, type Column } from '../columns/layout';
import type { Columns } from '../columns/useColumns';
import { useLatest } from '../../form';
import { local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { recordAddress } from '../usePlace';
import { BOX, firstInSight, pieces, ROW, type Span } from './geometry';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { placeOf, useActive } from './useActive';
import { useClicks } from './useClicks';
import { useEditing } from './useEditing';
import type { Rows } from './useRows';
import type { Standing } from './standing';
import { useScroller } from './useScroller';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  columns: Columns;
  rows: Rows;
  span: Span;
  onSpan: (span: Span) => void;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  selection: Selection | undefined;
  /** Where one stood in this list before. */
  before: Standing | undefined;
  /** Told where one stands. */
  onStand: (now: Standing) => void;
}

/** The table: rows of one height, of which only those near the window are drawn; one cell at a time is a stop for the keyboard. */
export function RecordGrid(props: Props) {
  const { place, form, columns, rows, span, onSpan, sort, onSort, selection, onStand } = props;
  const t = useText();
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const scroller = useScroller(box, rows.shape, rows.count, onSpan, props.before?.top);
  const [width, setWidth] = useState<{ key: string; width: number }>();
  const [said, setSaid] = useState('');
  const { layout } = columns;
  const fields = useMemo(() => layout.fields.flatMap((key) => fieldOf(form, key) ?? []), [form, layout.fields]);
  const before = selection ? 1 : 0;
  const drawn = columnsIn(
    fields,
    width ? { ...layout, widths: { ...layout.widths, [width.key]: width.width } } : layout,
    scroller.room - before * BOX,
  );
  const { active, go, onKeyDown, onFocus, onBlur } = useActive({
    table,
    rows: rows.count,
    columns: fields.length + before,
    scroller,
    shape: rows.shape,
    before: props.before,
  });
  const stand = useLatest(() => onStand({ ...active, shape: rows.shape, chunks: rows.chunks, top: scroller.top() }));
  useEffect(stand);
  const open = useLatest((event: MouseEvent | KeyboardEvent, record: FormRecord) => {
    const to = recordAddress(place, record.id);
    if (event.ctrlKey || event.metaKey) window.open(to, '_blank', 'noopener');
    else void navigate(to);
  });
  const { editing, start, end } = useEditing({
    form,
    fields,
    before,
    shape: rows.shape,
    onEnd: (row, column) => go({ row, column }),
    onRefused: () => setSaid(t('cellEdit.notHere')),
  });
  const clicked = useClicks(form, fields, before, open);
  const choose = useLatest((record: FormRecord) => selection?.toggle(record));
  const keys = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (!at || !(event.target as HTMLElement).matches('td[data-cell]') || onKeyDown(event, at)) return;
    const item = rows.at(at.row);
    if (!item || !('data' in item)) return;
    if (event.key === ' ' && selection) choose(item);
    else if (event.key === 'F2') start(item, at.row, at.column);
    else if (event.key === 'Enter' && at.column > before && !event.ctrlKey && !event.metaKey)
      start(item, at.row, at.column, () => open(event, item));
    else if (event.key === 'Enter') open(event, item);
    else return;
    event.preventDefault();
  };
  const held = editing?.row ?? (active.held ? active.row : undefined);
  const inReach = (row: number) => row * ROW >= scroller.shift && (row + 1) * ROW <= scroller.shift + scroller.height;
  const kept = held !== undefined && inReach(held) ? held : undefined;
  const inSight = active.row >= span.start && active.row < span.end;
  const stop = inSight || kept !== undefined ? active.row : firstInSight(span, rows.count);
  return (
    <div
      ref={box}
      className="jm-grid"
      style={{ scrollPaddingLeft: pinnedWidth(drawn, before) }}
      onScroll={() => {
        scroller.onScroll();
        stand();
      }}
    >
      {/* A grid is a table whose cells are reached by arrow keys; the roles of its parts follow. */}
      {}
      <table
        ref={table}
        role="grid"
        className="jm-table jm-grid-table"
        aria-label={local(form.title, form.key)}
        aria-rowcount={rows.total?.exact ? rows.total.value + 1 : -1}
        aria-busy={rows.fetching}
        onKeyDown={keys}
        onFocus={onFocus}
        onBlur={onBlur}
        style={{ width: drawn.reduce((sum, column) => sum + column.width, before * BOX), ...lefts(drawn, before) }}
      >
        <colgroup>
          {selection ? <col style={{ width: BOX }} /> : null}
          {drawn.map((column) => (
            <col key={column.field.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <GridHead
          form={form}
          drawn={drawn}
          columns={columns}
          rows={rows}
          sort={sort}
          onSort={onSort}
          selection={selection}
          onSay={setSaid}
          onWidth={setWidth}
        />
        <tbody>
          {pieces(clip(span, rows.count), kept).flatMap((piece, index, all) => [
            <Gap key={`gap-${index}`} height={(piece.start - (all[index - 1]?.end ?? scroller.shift / ROW)) * ROW} />,
            ...range(piece).map((row) => {
              const item = rows.at(row);
              return (
                <GridRow
                  key={row}
                  place={place}
                  form={form}
                  fields={fields}
                  pinned={layout.pinned}
                  row={row}
                  item={item}
                  chosen={selection ? item !== undefined && selection.chosen.has(item.id) : undefined}
                  stop={row === stop ? active.column : undefined}
                  editing={item !== undefined && editing?.id === item.id ? editing.field : undefined}
                  onChoose={choose}
                  onClick={clicked}
                  onEdit={start}
                  onEdited={end}
                />
              );
            }),
          ])}
          <Gap key="rest" height={scroller.shift + scroller.height - endOf(span, kept, rows.count) * ROW} />
        </tbody>
      </table>
      <span className="jm-sr" role="status">
        {said}
      </span>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden className="jm-grid-gap">
      <td style={{ height }} />
    </tr>
  ) : null;
}

const clip = ({ start, end }: Span, count: number): Span => ({
  start: Math.min(start, count),
  end: Math.min(end, count),
});

const range = ({ start, end }: Span): number[] => Array.from({ length: end - start }, (_, index) => start + index);

const endOf = (span: Span, kept: number | undefined, count: number): number =>
  Math.max(clip(span, count).end, kept === undefined ? 0 : kept + 1);

/** Where pinned columns stop when the others are scrolled beneath them. */
function lefts(drawn: Column[], before: number): CSSProperties {
  let left = before * BOX;
  return Object.fromEntries(
    drawn.map(({ width }, index) => {
      const place: [string, string] = [`--jm-left-${index}`, `${left}px`];
      left += width;
      return place;
    }),
  );
}

const pinnedWidth = (drawn: Column[], before: number): number =>
  drawn.reduce((sum, { pinned, width }) => sum + (pinned ? width : 0), before * BOX);
