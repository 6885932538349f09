import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call, formPath, type Count, type FormPlace, type ListedRecord, type Page, type RecordQuery } from '../../api';
import { chunkAt, learnt, needed, offsetsOf, rowsIn, START, type Chunk } from './chunks';
import type { Span } from './geometry';
import type { Standing } from './standing';

/** How long what has been scrolled past stays in memory, in milliseconds. */
const KEPT = 10_000;

export interface Rows {
  /** Of one query; another one is another list. */
  shape: string;
  /** Rows there are to scroll through, as far as one knows. */
  count: number;
  /** All that match, where the server has counted them. */
  total: Count | undefined;
  /** Its pages, as far as one knows them. */
  chunks: readonly Chunk[];
  at: (row: number) => ListedRecord | undefined;
  /** Loaded now, in their order. */
  loaded: ListedRecord[];
  /** Rows read last, also while another query is on its way: they tell what the reader may read. */
  sample: ListedRecord[];
  pending: boolean;
  fetching: boolean;
  /** Of the first page; nothing is shown then. */
  error: Error | null;
  /** Of a later one. */
  stuck: Error | null;
  retry: () => void;
}

/**
 * A list read by cursor as far as somebody scrolls. Cursors stay known, so that one can go back; of the records only those near by.
 *
 * @param before where one stood in it before
 */
export function useRows(place: FormPlace, query: RecordQuery, span: Span, before?: Standing): Rows {
  const base = formPath(place);
  const shape = JSON.stringify(query);
  const cache = useQueryClient();
  const [trail, setTrail] = useState<{ shape: string; chunks: readonly Chunk[] }>(before ?? { shape, chunks: START });
  const chunks = trail.shape === shape ? trail.chunks : START;
  const offsets = useMemo(() => offsetsOf(chunks), [chunks]);
  const [first, last] = needed(offsets, span);
  const results = useQueries({
    queries: chunks.slice(first, last + 1).map(({ after, limit }) => ({
      queryKey: [base, 'rows', shape, after, limit],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(base, { ...query, limit, after }, signal),
      gcTime: KEPT,
    })),
  });
  const answers = results.map((result) => result.data);
  const known = learnt(chunks, first, answers, span);
  if (known !== chunks) setTrail({ shape, chunks: known });
  const loaded = answers.flatMap((answer) => answer?.items ?? []);
  const [sample, setSample] = useState<ListedRecord[]>([]);
  if (loaded.length > 0 && loaded[0] !== sample[0]) setSample(loaded);
  const start = results[0];
  const counted = useQuery({
    queryKey: [base, 'count', shape],
    queryFn: ({ signal }) => ask(base, { ...query, limit: 1, count: true }, signal),
    enabled: offsets.length > 1 && chunks[0]?.size !== undefined,
  });
  const total = counted.data?.count;
  const failed = results.find((result) => result.error !== null);
  return {
    shape,
    count: rowsIn(chunks, total?.exact && query.from === undefined ? total.value : undefined),
    total,
    chunks,
    at: (row) => {
      const chunk = chunkAt(offsets, row);
      return answers[chunk - first]?.items[row - (offsets[chunk] ?? 0)];
    },
    loaded,
    sample: loaded.length > 0 ? loaded : sample,
    pending: first === 0 && start?.data === undefined && start?.error === null,
    fetching: results.some((result) => result.isFetching),
    error: chunks[0]?.size === undefined ? (failed?.error ?? null) : null,
    stuck: failed?.error ?? null,
    retry: () => void cache.refetchQueries({ queryKey: [base, 'rows', shape], type: 'active' }),
  };
}

function ask(base: string, body: RecordQuery, signal: AbortSignal): Promise<Page<ListedRecord>> {
  return call<Page<ListedRecord>>(`${base}/records/query`, { method: 'POST', body, signal });
}
