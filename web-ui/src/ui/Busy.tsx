import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useLong } from './useLong';
import './busy.css';

const PATIENCE = 600;

/** A thin line under the top bar while something takes longer than a moment: a page, a list, a save. */
export function Busy({ label, opening }: { label: string; opening: boolean }) {
  const asked = useIsFetching({ predicate: (query) => query.state.fetchStatus === 'fetching' });
  const busy = useIsMutating() + asked > 0 || opening;
  return useLong(busy, PATIENCE) ? <div className="jm-busy" role="progressbar" aria-label={label} /> : null;
}
