import { currentLocale } from '../../i18n';
import type { CellProps } from '../defineField';
import { secondsOf, split, type Unit } from './parts';

export function Cell({ value }: CellProps<string>) {
  return (
    <time className="jm-num" dateTime={value}>
      {text(value)}
    </time>
  );
}

/** "1 天 3 小时", every unit that is not zero. */
function text(value: string): string {
  const parts = Object.entries(split(secondsOf(value) ?? 0)) as [Unit, number][];
  const told = parts.filter(([, count]) => count !== 0);
  return (told.length > 0 ? told : ([['minute', 0]] as [Unit, number][]))
    .map(([unit, count]) =>
      new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
    .join(' ');
}
