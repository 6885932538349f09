import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { call, formPath, type Count, type FormPlace, type ListedRecord, type Page, type RecordQuery } from '../../api';

const PAGE = 20;

export type ColumnPages = InfiniteData<Page<ListedRecord>, string | null>;

export const columnKey = (place: FormPlace, asked: RecordQuery) => [formPath(place), 'board', JSON.stringify(asked)];
export const columnCountKey = (place: FormPlace, asked: RecordQuery) => [
  formPath(place),
  'board-count',
  JSON.stringify(asked),
];

/** The records of one column, page by page, once somebody looks at it; its total only where more than a page is there. */
export function useBoardColumn(place: FormPlace, asked: RecordQuery, seen: boolean) {
  const address = `${formPath(place)}/records/query`;
  const pages = useInfiniteQuery({
    queryKey: columnKey(place, asked),
    queryFn: ({ pageParam, signal }) =>
      call<Page<ListedRecord>>(address, { method: 'POST', body: { ...asked, limit: PAGE, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: seen,
  });
  const more = pages.hasNextPage;
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const count = useQuery({
    queryKey: columnCountKey(place, asked),
    queryFn: ({ signal }) =>
      call<Page<ListedRecord>>(address, { method: 'POST', body: { ...asked, limit: 1, count: true }, signal }),
    enabled: more,
  });
  const total: Count | undefined = more
    ? count.data?.count
    : pages.data
      ? { value: items.length, exact: true }
      : undefined;
  return { pages, items, total };
}
