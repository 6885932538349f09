/** Heights in CSS pixels: of every row, and of the head above them. */
export const ROW = 40;
export const HEAD = 40;

/** Of the column of boxes. */
export const BOX = 44;

/** Browsers draw nothing that is much taller: a longer list is shown through a stretch of it this tall. */
export const TALLEST = 4_000_000;

/** Rows drawn beyond either edge. */
const MARGIN = 8;

/** Rows from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** The rows to draw when the list is scrolled to `top` in a window of this height. */
export function spanOf(top: number, height: number, count: number): Span {
  const first = Math.floor(Math.max(top, 0) / ROW);
  const start = Math.max(0, Math.min(first, count) - MARGIN);
  return { start, end: Math.min(count, first + Math.ceil(height / ROW) + MARGIN) };
}

/** How far down the stretch begins that is drawn when `top` is in the middle of it. */
export function shiftFor(top: number, count: number, tallest = TALLEST): number {
  const most = Math.max(0, count * ROW - tallest);
  return Math.min(most, Math.max(0, Math.round(top - tallest / 2)));
}

/** Whether the stretch ends near what is shown while the list goes on. */
export function nearEdge(local: number, shift: number, count: number, tallest = TALLEST): boolean {
  const more = shift + tallest < count * ROW;
  return (shift > 0 && local < tallest / 8) || (more && local > (tallest * 7) / 8);
}

/** Drawn rows and the gaps between them: the window, and one row that has the focus wherever it is. */
export function pieces(span: Span, kept: number | undefined): Span[] {
  if (kept === undefined || (kept >= span.start && kept < span.end)) return [span];
  const alone = { start: kept, end: kept + 1 };
  return kept < span.start ? [alone, span] : [span, alone];
}

/** The topmost row that one sees, of the drawn ones. */
export function firstInSight({ start }: Span, count: number): number {
  return start === 0 ? 0 : Math.min(start + MARGIN, Math.max(0, count - 1));
}
