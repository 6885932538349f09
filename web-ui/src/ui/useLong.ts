import { useEffect, useState } from 'react';

/** Whether something has been going on for longer than this many milliseconds. */
export function useLong(pending: boolean, patience: number): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [pending, patience]);
  return pending && long;
}
