import type { Masked, Replace } from '../api';

/** Whether a value of a record is a mask standing in for something withheld. */
export function isMasked(value: unknown): value is Masked {
  return typeof value === 'object' && value !== null && typeof (value as Masked).masked === 'string';
}

export function isReplace(value: unknown): value is Replace {
  return typeof value === 'object' && value !== null && 'replace' in value;
}
