import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, path } from '../../api';
import type { components } from '../../api/generated/schema';
import { local } from '../../i18n';
import type { Goal } from './goals';

type Found = components['schemas']['Found'];

/** So long nobody types before the server is asked, in milliseconds. */
const PAUSE = 250;

export interface Asked {
  records: Goal[];
  views: Goal[];
  /** Protected fields could be asked for exactly this value, and were not. */
  mayAskExactly: boolean;
  pending: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * What the server finds under one's own access. What is looked for stays in the memory of the page and in the body of the request.
 * @param exactly the text for which protected fields are asked too; each such question is noted
 */
export function useFound(tenant: string, text: string, exactly: string | null): Asked {
  const settled = useSettled(text);
  const enabled = tenant !== '' && worthAsking(settled);
  const exact = exactly === settled;
  const found = useQuery<Found>({
    queryKey: ['search', tenant, settled, exact],
    queryFn: ({ signal }) =>
      call(path`/tenants/${tenant}/search`, { method: 'POST', body: { text: settled, exact }, signal }),
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const data = enabled ? found.data : undefined;
  const form = (app: string, key: string) => path`/t/${tenant}/apps/${app}/forms/${key}`;
  return {
    records: (data?.records ?? []).map(({ app, form: key, formTitle, id, title, masked, match }) => ({
      title,
      masked,
      where: local(formTitle, key),
      to: `${form(app, key)}/records/${id}`,
      match: match ? { title: local(match.title, match.field), text: match.text } : undefined,
    })),
    views: (data?.views ?? []).map(({ app, form: key, formTitle, view, title }) => ({
      title: local(title, view),
      where: local(formTitle, key),
      to: `${form(app, key)}?view=${encodeURIComponent(view)}`,
    })),
    mayAskExactly: data?.exact === true && !exact && settled === text,
    pending: worthAsking(text) && (settled !== text || found.isFetching),
    error: enabled ? found.error : null,
    retry: () => void found.refetch(),
  };
}

/** A single Latin letter is in everything. */
function worthAsking(text: string): boolean {
  return text.length >= 2 || /[^\u0020-\u007e]/.test(text);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const later = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(later);
  }, [text]);
  return settled;
}
