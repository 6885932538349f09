import { useRef, type PointerEvent } from 'react';
import { useText } from '../../i18n';
import { bounded } from '../columns/layout';

interface Props {
  width: number;
  onPreview: (width: number) => void;
  onResize: (width: number | undefined) => void;
}

/** The right edge of a heading, for the pointer; the keyboard resizes from the heading itself. */
export function ResizeGrip({ width, onPreview, onResize }: Props) {
  const t = useText();
  const start = useRef<{ x: number; width: number }>(undefined);
  const now = (event: PointerEvent) =>
    start.current ? bounded(start.current.width + event.clientX - start.current.x) : width;
  return (
    <span
      aria-hidden
      className="jm-grid-grip"
      title={t('columns.resize')}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => (start.current ? onPreview(now(event)) : undefined)}
      onPointerUp={(event) => {
        const end = now(event);
        const dragged = start.current !== undefined && end !== start.current.width;
        start.current = undefined;
        if (dragged) onResize(end);
      }}
      onDoubleClick={() => onResize(undefined)}
    />
  );
}
