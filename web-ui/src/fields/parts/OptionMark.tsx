import { local } from '../../i18n';
import type { Field } from '../../schema';
import './option.css';

const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'];

/** The option's title; a coloured dot when the designer chose a colour. Colour never carries the meaning alone. */
export function OptionMark({ field, value }: { field: Field; value: string }) {
  const option = field.options?.find((candidate) => candidate.value === value);
  const colour = option?.color && COLOURS.includes(option.color) ? option.color : undefined;
  const title = local(option?.title, value);
  if (!colour) return <span>{title}</span>;
  return (
    <span className={`jm-choice jm-choice-${colour}`}>
      <span className="jm-choice-dot" aria-hidden />
      {title}
    </span>
  );
}
