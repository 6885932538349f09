import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, formPath, recordPath, useGet, type FormPlace, type Page, type Share, type ShareTerms } from '../../api';

/** The shares of a record that are this reader's to see and to end, and what one can do with them. */
export function useShares(place: FormPlace, record: string) {
  const address = `${recordPath(place, record)}/shares`;
  const cache = useQueryClient();
  const again = () => cache.invalidateQueries({ queryKey: [address] });
  const list = useGet<Page<Share>>(address, { staleTime: 0 });
  const share = useMutation({
    mutationFn: (terms: ShareTerms) => call<Share>(address, { method: 'POST', body: terms }),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: ({ id }: Share) => call(`${address}/${id}`, { method: 'DELETE' }),
    // One that is over already is gone as well.
    onSettled: () => Promise.all([again(), cache.invalidateQueries({ queryKey: [formPath(place)] })]),
  });
  return { list, items: list.data?.items ?? [], share, end };
}
