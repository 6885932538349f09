import { useText } from '../i18n';

interface Props {
  allowed: string[];
  titleOf: (purpose: string) => string;
  chosen: string | undefined;
  onChoose: (purpose: string) => void;
}

/** The purposes as cards; one is chosen. */
export function Purposes({ allowed, titleOf, chosen, onChoose }: Props) {
  const t = useText();
  return (
    <fieldset>
      <legend>{t('reveal.purpose')}</legend>
      {allowed.length === 0 ? <p className="jm-quiet">{t('reveal.noPurpose')}</p> : null}
      <div className="jm-purposes">
        {allowed.map((key) => (
          <label key={key} className="jm-purpose">
            <input type="radio" name="purpose" value={key} checked={chosen === key} onChange={() => onChoose(key)} />
            {titleOf(key)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
