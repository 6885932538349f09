import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../i18n';

export interface Chip {
  id: string;
  /** The widget, and the group of it. */
  title: string;
  label: string;
}

/** The groups by which the other widgets are narrowed, each to be let go of. */
export function PickChips({ chips, onClear }: { chips: Chip[]; onClear: (id: string | null) => void }) {
  const t = useText();
  if (chips.length === 0) return null;
  return (
    <div className="jm-picks" role="group" aria-label={t('dashboard.picks')}>
      <ul className="jm-chips">
        {chips.map(({ id, title, label }) => (
          <li key={id} className="jm-chip">
            <span>
              <span className="jm-quiet">{title}</span> {label}
            </span>
            <button
              type="button"
              className="jm-plain"
              aria-label={t('dashboard.unpick', { label })}
              onClick={() => onClear(id)}
            >
              <CloseOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 1 ? (
        <Button type="link" size="small" onClick={() => onClear(null)}>
          {t('dashboard.unpickAll')}
        </Button>
      ) : null}
    </div>
  );
}
