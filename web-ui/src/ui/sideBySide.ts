import type { CSSProperties } from 'react';

/** For a page of class `jm-page-wide`: how many columns stand side by side, from which it takes its width (`base.css`). */
export function sideBySide(columns: number): CSSProperties {
  return { '--jm-side-by-side': columns } as CSSProperties;
}
