import { useState } from 'react';

/** A key per content: the same content sent again (a broken connection, a second click) is the same creation. */
export function useOnce(): (content: string) => string {
  const [keys] = useState(() => new Map<string, string>());
  return (content) => {
    const key = keys.get(content) ?? crypto.randomUUID();
    keys.set(content, key);
    return key;
  };
}
