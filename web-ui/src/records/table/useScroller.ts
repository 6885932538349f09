import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useLatest } from '../../form';
import { HEAD, nearEdge, ROW, shiftFor, spanOf, TALLEST, type Span } from './geometry';

/** Where nothing has been measured: a window of a usual screen. */
const USUAL_HEIGHT = 640;

export interface Scroller {
  /** Of the table's part that is drawn, in CSS pixels. */
  height: number;
  /** How far down the list it begins. */
  shift: number;
  /** Room for columns, in CSS pixels; 0 until it is measured. */
  room: number;
  onScroll: () => void;
  /** Scrolls as little as needed for a row to be seen whole. */
  show: (row: number) => void;
  /** Rows that are seen at once. */
  page: () => number;
  /** How far down the list one is, in CSS pixels. */
  top: () => number;
}

/**
 * Scrolls through rows of one height. A list taller than browsers can draw is shown through a stretch of it, which is moved on near its
 * edges; what is in sight does not move then.
 *
 * @param initial how far down it begins, in CSS pixels
 */
export function useScroller(
  ref: RefObject<HTMLDivElement | null>,
  shape: string,
  count: number,
  setSpan: (span: Span) => void,
  initial = 0,
): Scroller {
  const wanted = useRef<number | undefined>(initial);
  const shown = useRef(shape);
  const top = useRef(initial);
  const [at, setAt] = useState(() => ({ shape, shift: shiftFor(initial, count) }));
  const [room, setRoom] = useState(0);
  const shift = at.shape === shape ? Math.min(at.shift, Math.max(0, count * ROW - TALLEST)) : 0;
  const view = () => (ref.current?.clientHeight || USUAL_HEIGHT) - HEAD;
  const begin = (to: number) => {
    wanted.current = to;
    setAt({ shape, shift: shiftFor(to, count) });
  };
  const read = useLatest(() => {
    const local = ref.current?.scrollTop ?? 0;
    top.current = local + shift;
    setSpan(spanOf(local + shift, view(), count));
    if (nearEdge(local, shift, count)) begin(local + shift);
  });
  useLayoutEffect(() => {
    if (wanted.current === undefined || !ref.current) return;
    ref.current.scrollTop = wanted.current - shift;
    wanted.current = undefined;
  }, [ref, shift]);
  useLayoutEffect(() => {
    if (shown.current === shape) return;
    shown.current = shape;
    if (ref.current) ref.current.scrollTop = 0;
  }, [ref, shape]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setRoom(element.clientWidth);
      read();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, read]);
  useEffect(() => read(), [count, read]);
  const go = (to: number) => {
    const local = to - shift;
    if (local < 0 || local > TALLEST - view()) begin(to);
    else if (ref.current) ref.current.scrollTop = local;
    setSpan(spanOf(to, view(), count));
  };
  return {
    height: Math.min(count * ROW - shift, TALLEST),
    shift,
    room,
    onScroll: read,
    top: () => top.current,
    page: () => Math.max(1, Math.floor(view() / ROW) - 1),
    show: (row) => {
      const seen = (ref.current?.scrollTop ?? 0) + shift;
      if (row * ROW < seen) go(row * ROW);
      else if ((row + 1) * ROW > seen + view()) go((row + 1) * ROW - view());
    },
  };
}
