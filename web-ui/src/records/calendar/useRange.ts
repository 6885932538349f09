import { useInfiniteQuery } from '@tanstack/react-query';
import { call, formPath, type FormPlace, type ListedRecord, type Page, type RecordQuery } from '../../api';

/** Records of a range, so many at a time. */
export function useRange(place: FormPlace, asked: RecordQuery, page: number) {
  const base = formPath(place);
  const pages = useInfiniteQuery({
    queryKey: [base, 'calendar', JSON.stringify(asked), page],
    queryFn: ({ pageParam, signal }) =>
      call<Page<ListedRecord>>(`${base}/records/query`, {
        method: 'POST',
        body: { ...asked, limit: page, after: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const items = pages.data?.pages.flatMap((each) => each.items) ?? [];
  return { pages, records: items.flatMap((item) => ('data' in item ? [item] : [])) };
}
