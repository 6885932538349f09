import { useMedia } from './useMedia';

/** Whether tables become cards here. */
export function useIsPhone(): boolean {
  return useMedia('(max-width: 640px)');
}
