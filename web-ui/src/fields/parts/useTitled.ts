import { useQuery } from '@tanstack/react-query';
import { call, formPath, useFormDefinition, usePlaceOf, type FormPlace, type ListedRecord, type Page } from '../../api';
import { parseForm } from '../../schema';
import { titleField } from './titleField';
import type { Related } from './related';

/**
 * Addresses name records by their ids alone, since titles may be personal: these are the titles that this reader may see. Those of records
 * out of sight stay unknown.
 */
export function useTitled(context: FormPlace, form: string | undefined, records: Related[]): Related[] {
  const untitled = records.filter((record) => record.title === undefined).map((record) => record.id);
  const place = usePlaceOf(context, untitled.length > 0 ? form : undefined);
  const address = formPath(place ?? context);
  const definition = useFormDefinition(place);
  const title = definition.data ? titleField(parseForm(definition.data)) : undefined;
  const found = useQuery({
    queryKey: [address, 'titles', untitled, title],
    queryFn: ({ signal }) =>
      call<Page<ListedRecord>>(`${address}/records/query`, {
        method: 'POST',
        body: { filter: { field: 'id', op: 'in', value: untitled }, fields: [title], limit: untitled.length },
        signal,
      }),
    enabled: place !== null && title !== undefined,
  });
  const titles = new Map(
    (found.data?.items ?? []).map((item) => [item.id, 'data' in item && title ? item.data[title] : undefined]),
  );
  return records.map((record) => {
    const known = titles.get(record.id) as Related['title'] | null;
    return known === undefined || known === null ? record : { ...record, title: known };
  });
}
