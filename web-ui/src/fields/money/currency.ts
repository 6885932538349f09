import { currentLocale } from '../../i18n';
import type { Field } from '../../schema';

/** As the server: hundredths when the form says nothing else. */
export function moneyScale(field: Field): number {
  return field.scale ?? 2;
}

/** `¥`, `US$`: as people of the reader's language write it; nothing when the form names no currency. */
export function currencySymbol(field: Field): string {
  if (!field.currency) return '';
  const parts = new Intl.NumberFormat(currentLocale(), { style: 'currency', currency: field.currency }).formatToParts(
    0,
  );
  return parts.find((part) => part.type === 'currency')?.value ?? field.currency;
}
