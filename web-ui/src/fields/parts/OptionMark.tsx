import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import './option.css';

const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'];

/** The option's title; a coloured dot when the designer chose a colour. Colour never carries the meaning alone. */
export function OptionMark({ field, value }: { field: Field; value: string }) {
  const option = field.options?.find((candidate) => candidate.value === value);
  const colour = option?.color && COLOURS.includes(option.color) ? option.color : undefined;
  const title = local(option?.title, value);
  if (!option && field.options?.length) return <GoneOption value={value} />;
  if (!colour) return <span>{title}</span>;
  return (
    <span className={`jm-choice jm-choice-${colour}`}>
      <span className="jm-choice-dot" aria-hidden />
      {title}
    </span>
  );
}

/** A value from before the designer took this option away. */
function GoneOption({ value }: { value: string }) {
  const t = useText();
  return (
    <span>
      {value} <span className="jm-quiet">{t('field.optionGone')}</span>
    </span>
  );
}
