import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useGet, type ExchangeJob, type ImportJob } from '../../api';

/** Should the stream break off, the job is asked for again after so long. */
const PATIENCE = 3_000;

export const isOpen = (job: ExchangeJob | undefined) =>
  job !== undefined && ['waiting', 'running', 'undoing'].includes(job.status);

/**
 * A job and how far it is, told by the server while it runs; at its end it is read once more, with its errors.
 * @param address of the job; null follows nothing
 */
export function useJob(address: string | null): ImportJob | undefined {
  const cache = useQueryClient();
  const { data: job } = useGet<ImportJob>(address, {
    staleTime: 0,
    refetchInterval: ({ state }) => (isOpen(state.data) ? PATIENCE : false),
  });
  const open = isOpen(job);
  useEffect(() => {
    if (!open || address === null) return undefined;
    const told = new EventSource(`/api/v1${address}/events`);
    told.onmessage = (event) => {
      const now = JSON.parse(String(event.data)) as ExchangeJob;
      if (isOpen(now)) cache.setQueryData<ImportJob>([address], (before) => ({ errors: [], ...before, ...now }));
      else void cache.invalidateQueries({ queryKey: [address] });
    };
    // The stream ends with the job; the browser would open it again and again.
    told.onerror = () => told.close();
    return () => told.close();
  }, [address, open, cache]);
  return job;
}
