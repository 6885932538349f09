import { useCallback, useEffect, useState } from 'react';

/** Whether help is open; `?` opens and closes it wherever nobody types. */
export function useHelp(isTyping: (target: EventTarget | null) => boolean) {
  const [open, setOpen] = useState(false);
  const toggle = useCallback(() => setOpen((before) => !before), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isTyping, toggle]);
  return { open, toggle, close: useCallback(() => setOpen(false), []) };
}
