import { useSyncExternalStore } from 'react';
import type { Shade } from './tokens';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-shade'] });
  return () => observer.disconnect();
}

/** The shade that the page has now, for what draws with colours of its own. */
export function useShownShade(): Shade {
  return useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset['shade'] === 'dark' ? 'dark' : 'light',
  );
}
