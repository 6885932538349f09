import { listed, local, useText, type LocalText } from '../i18n';
import type { Difference, Json } from './merge';
import { placeText, titlesIn } from './placeText';

interface Props {
  /** In which titles are looked up; those of what is gone in the one before. */
  document: Json;
  before: Json;
  differences: Difference[];
}

/** What differs, one line each: where, and from what to what. */
export function DifferenceList({ document, before: former, differences }: Props) {
  const t = useText();
  if (differences.length === 0) return <p className="jm-quiet">{t('studio.difference.none')}</p>;
  return (
    <ul className="jm-differences">
      {differences.map(({ place, kind, before, after }) => (
        <li key={`${kind} ${place.join('/')}`}>
          <span className={`jm-difference jm-difference-${kind}`}>{t(`studio.difference.${kind}`)}</span>
          <span className="jm-difference-place">{placeText(kind === 'removed' ? former : document, place)}</span>
          {kind === 'changed' ? (
            <span className="jm-hint">
              <ShownValue value={before} document={former} /> → <ShownValue value={after} document={document} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** A value of a definition in a few words. */
export function ShownValue({ value, document }: { value: Json | undefined; document: Json }) {
  const t = useText();
  if (value === undefined) return <span className="jm-quiet">{t('studio.difference.nothing')}</span>;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return <span>{value.length > 0 ? listed(titlesIn(document, value)) : t('studio.difference.nothing')}</span>;
  const text = typeof value === 'object' && value !== null && !Array.isArray(value) && isText(value);
  const words = text
    ? local(value as LocalText)
    : typeof value === 'string'
      ? (titlesIn(document, [value])[0] ?? value)
      : JSON.stringify(value);
  return <code className="jm-mono">{words.length > 80 ? `${words.slice(0, 80)}…` : words}</code>;
}

const isText = (value: { [name: string]: Json }) =>
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([key, text]) => /^[a-z]{2}(-|$)/.test(key) && typeof text === 'string');
