/** One line, or a division and the rest. */
export type Address = string | { region?: string; detail?: string };

export function addressText(value: Address): string {
  if (typeof value === 'string') return value;
  return [value.region, value.detail].filter(Boolean).join(' ');
}
