import { formatNumber, local } from '../../i18n';
import type { StandIn } from '../defineField';

/** One line of what was typed. */
export const asTyped: StandIn<string> = { lines: 1, text: (value) => value };

/** One line of digits. */
export const asNumber: StandIn<string> = { lines: 1, text: (value) => formatNumber(value) };

/** One line of names; several that need another line make room for themselves when they are drawn, far below what is looked at. */
export const asNamed: StandIn<{ name: string } | { name: string }[]> = {
  lines: 1,
  text: (value) =>
    [value]
      .flat()
      .map(({ name }) => name)
      .join('、'),
};

/** One line of chosen options. */
export const asChosen: StandIn<string | string[]> = {
  lines: 1,
  text: (value, { options }) =>
    [value]
      .flat()
      .map((one) => local(options?.find((option) => option.value === one)?.title, one))
      .join('、'),
};

/** One line that is known only while it is empty. */
export const whileEmpty: StandIn<unknown> = { lines: 1, text: () => undefined };
