import { useRef, type RefObject } from 'react';

/** After a refused save the keyboard stands at the first field that needs attention. */
export function useFirstError(): { page: RefObject<HTMLFormElement | null>; toFirstError: () => void } {
  const page = useRef<HTMLFormElement>(null);
  const toFirstError = () =>
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  return { page, toFirstError: () => void toFirstError() };
}
