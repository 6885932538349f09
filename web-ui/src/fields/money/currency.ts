import { currentLocale } from '../../i18n';
import type { Field } from '../../schema';

/** As the server: hundredths when the form says nothing else. */
export function moneyScale(field: Field): number {
  return field.scale ?? 2;
}

const symbols = new Map<string, string>();

/** `¥`, `US$`: as people of the reader's language write it; nothing when the form names no currency. Making it costs as much as a field does. */
export function currencySymbol({ currency }: Field): string {
  if (!currency) return '';
  const locale = currentLocale();
  const known = symbols.get(locale + currency);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency;
  symbols.set(locale + currency, symbol);
  return symbol;
}
