import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, formPath, type FormPlace, type ListedRecord, type Page, type RecordQuery } from '../../api';

const PAGE = 20;

/** How many records a query finds, in whichever order. */
export function countQuery(place: FormPlace, asked: RecordQuery) {
  const base = formPath(place);
  const query = { ...asked, sort: undefined };
  return {
    queryKey: [base, 'count', JSON.stringify(query)],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call<Page<ListedRecord>>(`${base}/records/query`, {
        method: 'POST',
        body: { ...query, limit: 1, count: true },
        signal,
      }),
  };
}

/**
 * Pages of one query by cursor, and its total, asked for once the first page stands. Another query begins at its first page.
 *
 * @param size records of a page
 */
export function useRecordPages(place: FormPlace, query: RecordQuery, size: number = PAGE) {
  const base = formPath(place);
  const shape = JSON.stringify(query);
  const [trail, setTrail] = useState<{ shape: string; cursors: string[] }>({ shape, cursors: [] });
  const cursors = trail.shape === shape ? trail.cursors : [];
  const after = cursors.at(-1) ?? null;
  const page = useQuery({
    queryKey: [base, 'query', shape, size, after],
    queryFn: ({ signal }) =>
      call<Page<ListedRecord>>(`${base}/records/query`, {
        method: 'POST',
        body: { ...query, limit: size, after },
        signal,
      }),
    placeholderData: (before) => before,
  });
  const count = useQuery({ ...countQuery(place, query), enabled: page.isSuccess });
  const next = page.data?.next;
  return {
    page,
    shape,
    items: page.data?.items ?? [],
    first: after === null,
    pager: {
      shown: page.data?.items.length ?? 0,
      count: count.data?.count,
      onPrevious: cursors.length > 0 ? () => setTrail({ shape, cursors: cursors.slice(0, -1) }) : undefined,
      onNext: next ? () => setTrail({ shape, cursors: [...cursors, next] }) : undefined,
    },
  };
}
