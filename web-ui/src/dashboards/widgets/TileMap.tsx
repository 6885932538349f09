import { useText } from '../../i18n';
import { keyOf } from '../labels';
import { drawn, type Told, type ToldGroup } from '../told';
import { provinceName, provinces } from './provinces';

interface Props {
  told: Told;
  label: string;
  picked: string | null | undefined;
  onPick?: ((group: ToldGroup, dimension: number) => void) | undefined;
}

const STEPS = 5;

/** The provinces as tiles of one size about where they lie, deeper where there is more. */
export function TileMap({ told, label, picked, onPick }: Props) {
  const t = useText();
  const most = Math.max(0, ...told.groups.map(({ values }) => drawn(values[0]) ?? 0));
  return (
    <ul className="jm-tiles" aria-label={label}>
      {provinces.map(({ code, sign, column, row }) => {
        const group = told.groups.find(({ keys }) => keyOf(keys[0] ?? null) === code);
        const value = drawn(group?.values[0]) ?? 0;
        const step = most > 0 && value > 0 ? Math.max(1, Math.ceil((value / most) * STEPS)) : 0;
        const text = t('dashboard.tile', { name: provinceName(code) ?? '', value: group?.texts[0] ?? '–' });
        const style = { gridColumn: column, gridRow: row + 1 };
        return (
          <li key={code} style={style} className={`jm-tile jm-tile-${step}${picked === code ? ' jm-tile-picked' : ''}`}>
            {group && onPick ? (
              <button
                type="button"
                className="jm-plain"
                title={text}
                aria-label={text}
                aria-pressed={picked === code}
                onClick={() => onPick(group, 0)}
              >
                {sign}
              </button>
            ) : (
              <span title={text}>
                <span aria-hidden>{sign}</span>
                <span className="jm-sr">{text}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
