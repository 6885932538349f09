import type { ReactNode } from 'react';

/**
 * A pane that comes a blink later than what it speaks of. Until it has, it takes no click and no key: what is meant for the new thing
 * would be written to the one before.
 */
export function Behind({ late, children }: { late: boolean; children: ReactNode }) {
  return (
    <div className="jm-behind" inert={late} aria-busy={late}>
      {children}
    </div>
  );
}
