import { useMemo } from 'react';
import { usePublished, type FormDocument, type StudioPlace } from '../studio';
import { columnsOf } from './document/containers';

/** Paths of the fields that are published, columns included; undefined until they are known. */
export function usePublishedKeys(place: StudioPlace): Set<string> | undefined {
  const published = usePublished<FormDocument>(place);
  return useMemo(() => {
    if (published === undefined) return undefined;
    const entries = published?.fields ?? [];
    return new Set(
      entries.flatMap((entry) => [entry.key, ...columnsOf(entry).map((column) => `${entry.key}.${column.key}`)]),
    );
  }, [published]);
}
