import type { ReactNode } from 'react';

/** What scrolls inside a widget: reachable without a mouse, and named. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="jm-widget-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
