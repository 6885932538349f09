import { FilterOutlined } from '@ant-design/icons';
import { useText } from '../../i18n';
import { fieldTitle, keyOf } from '../labels';
import type { FormDefinition } from '../../schema';
import type { Told, ToldGroup } from '../told';
import { Scroll } from './Scroll';

interface Props {
  told: Told;
  form: FormDefinition;
  /** Names the table. */
  label: string;
  picked: string | null | undefined;
  onPick?: ((group: ToldGroup, dimension: number) => void) | undefined;
}

/** Groups as rows: a widget of its own, and what stands for any chart to whoever cannot see it or use a mouse. */
export function GroupTable({ told, form, label, picked, onPick }: Props) {
  const dimensions = told.widget.groupBy ?? [];
  return (
    <Scroll label={label}>
      <table className="jm-widget-table">
        <thead>
          <tr>
            {dimensions.map(({ field }, at) => (
              <th key={at} scope="col">
                {fieldTitle(field, form)}
              </th>
            ))}
            {told.measureTitles.map((title, at) => (
              <th key={at} scope="col" className="jm-widget-right">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.groups.map((group, row) => (
            <tr key={row} className={isPicked(group, picked) ? 'jm-widget-picked' : ''}>
              {group.labels.map((text, at) => (
                <td key={at}>
                  {onPick ? (
                    <PickButton
                      text={text}
                      pressed={at === 0 && isPicked(group, picked)}
                      onClick={() => onPick(group, at)}
                    />
                  ) : (
                    text
                  )}
                </td>
              ))}
              {group.texts.map((text, at) => (
                <td key={at} className="jm-widget-right jm-num">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const isPicked = (group: ToldGroup, picked: string | null | undefined) =>
  picked !== undefined && keyOf(group.keys[0] ?? null) === picked;

export function PickButton({ text, pressed, onClick }: { text: string; pressed: boolean; onClick: () => void }) {
  const t = useText();
  return (
    <button
      type="button"
      className="jm-plain jm-widget-pick"
      aria-pressed={pressed}
      aria-label={t('dashboard.pick', { label: text })}
      onClick={onClick}
    >
      {text} <FilterOutlined aria-hidden />
    </button>
  );
}
