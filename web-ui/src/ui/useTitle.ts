import { useEffect } from 'react';

const PRODUCT = '简密 Jianmi';

/** Names the page in the tab and the history: what kind of page it is, never whom it is about. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), PRODUCT].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
