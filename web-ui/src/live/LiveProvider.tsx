import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { path, type FormPlace } from '../api';
import { hear, type LiveEvent } from './hear';

/** A server that is away, or a session that has ended, is asked for again after so long. */
const PATIENCE = 30_000;

type Watch = (record: string) => () => void;

const Watching = createContext<Watch>(() => () => undefined);

/** Listens while the page can be seen: browsers allow six connections to a server for all their tabs, and a stream keeps one. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const told = useRef(new Map<string, string>());
  const [records, setRecords] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  const visible = useVisible();
  const watch = useCallback<Watch>((record) => {
    setRecords((before) => [...before, record]);
    return () => setRecords((before) => without(before, record));
  }, []);
  const address = '/api/v1/events' + query(records);
  useEffect(() => {
    if (!visible || typeof EventSource === 'undefined') return undefined;
    const stream = new EventSource(address);
    let again: ReturnType<typeof setTimeout> | undefined;
    stream.onmessage = (event) => hear(cache, told.current, JSON.parse(String(event.data)) as LiveEvent);
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED)
        again = setTimeout(() => setRound((before) => before + 1), PATIENCE);
    };
    return () => {
      clearTimeout(again);
      stream.close();
    };
  }, [address, visible, round, cache]);
  return <Watching value={watch}>{children}</Watching>;
}

/** The page shows this record: it is read again when somebody changes it. `undefined`: there is none yet. */
export function useLiveRecord({ tenant, app, form }: FormPlace, id: string | undefined): void {
  const watch = useContext(Watching);
  useEffect(
    () => (id === undefined ? undefined : watch(path`${tenant}/${app}/${form}/${id}`)),
    [watch, tenant, app, form, id],
  );
}

function query(records: readonly string[]): string {
  return [...new Set(records)].map((record, index) => `${index ? '&' : '?'}record=${record}`).join('');
}

function without(records: readonly string[], record: string): readonly string[] {
  const at = records.indexOf(record);
  return records.filter((_, index) => index !== at);
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}
