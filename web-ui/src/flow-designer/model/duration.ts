/** A duration as people say it: one number and one unit. */
export interface Span {
  count: number;
  unit: 'minute' | 'hour' | 'day';
}

/** Reads `P2D`, `PT24H`, `PT30M`; `undefined` for what mixes units. */
export function readSpan(text: string | undefined): Span | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text ?? '');
  if (!match) return undefined;
  const parts = (['day', 'hour', 'minute'] as const).flatMap((unit, index) => {
    const count = match[index + 1];
    return count === undefined ? [] : [{ unit, count: Number(count) }];
  });
  return parts.length === 1 ? parts[0] : undefined;
}

export function writeSpan({ count, unit }: Span): string {
  return unit === 'day' ? `P${count}D` : unit === 'hour' ? `PT${count}H` : `PT${count}M`;
}
