import { createElement } from 'react';
import { iconOf } from './catalog';

/** The sign of a type. */
export function TypeIcon({ type }: { type: string }) {
  return createElement(iconOf(type), { 'aria-hidden': true });
}
