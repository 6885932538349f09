import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useLatest } from '../../form';
import type { Chunk } from './chunks';

/** Where somebody was in a table when he left it. */
export interface Standing {
  /** Of the query that the table showed; another one is another list. */
  shape: string;
  /** What was known of its pages, so that the place is found again by its cursor. */
  chunks: readonly Chunk[];
  /** How far down it was scrolled, in CSS pixels. */
  top: number;
  row: number;
  column: number;
  /** Whether the focus was in the table. */
  held: boolean;
}

const MOST = 30;

/** By visit, beside the records of one session. In memory alone: cursors hold values, and nothing personal stays in the browser's storage. */
const sessions = new WeakMap<QueryClient, Map<string, Standing>>();

function remember(standings: Map<string, Standing>, visit: string, standing: Standing): void {
  standings.delete(visit);
  standings.set(visit, standing);
  for (const oldest of standings.keys()) {
    if (standings.size <= MOST) break;
    standings.delete(oldest);
  }
}

/** Where one stood when one left this visit of the page, and a way to say where one stands now. */
export function useStanding(): { found: Standing | undefined; note: (now: Standing) => void } {
  const { key } = useLocation();
  const session = useQueryClient();
  const [found] = useState(() => sessions.get(session)?.get(key));
  const now = useRef<Standing>(undefined);
  const leave = useLatest(() => {
    const standings = sessions.get(session) ?? new Map<string, Standing>();
    sessions.set(session, standings);
    if (now.current) remember(standings, key, now.current);
  });
  useEffect(() => leave, [leave]);
  const note = useLatest((standing: Standing) => {
    now.current = standing;
  });
  return { found, note };
}
