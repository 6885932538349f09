import { QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call, path, Problem, type Purpose, type RecordData } from '../api';
import type { LocalText } from '../i18n';
import { useOnce } from '../form';
import { parseForm, type FormDefinition } from '../schema';
import { solve, type Challenge } from './captcha';

/** A form as somebody may know it who has not signed in. */
export interface Shape {
  version: number;
  title: LocalText;
  description?: LocalText;
  notice?: LocalText;
  thanks?: LocalText;
  purposes: Purpose[];
  captcha: Challenge | null;
}

export interface Link {
  tenant: string;
  token: string;
}

export interface Opened {
  shape: Shape;
  form: FormDefinition;
}

const addressOf = ({ tenant, token }: Link) => path`/public/${tenant}/${token}`;

function opened(shape: Shape): Opened {
  const form = parseForm(shape);
  return { shape, form: { ...form, layout: [{ columns: 1, fields: form.fields.map(({ key }) => key) }] } };
}

/** The form behind a link. What is looked up for a field's sake is answered from it: a visitor may ask nothing else. */
export function useOpened(link: Link) {
  const query = useQuery({
    queryKey: [addressOf(link)],
    queryFn: ({ signal }) => call<Shape>(addressOf(link), { signal, asNobody: true }),
    staleTime: Infinity,
    retry: (times, problem) => times < 2 && !(problem instanceof Problem),
  });
  const data = useMemo(() => (query.data ? opened(query.data) : undefined), [query.data]);
  return { ...query, data };
}

/** A cache that holds the words of the purposes, and asks nobody. */
export function visitorClient(tenant: string, shape: Shape): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData([path`/tenants/${tenant}/purposes`], { items: shape.purposes, next: null });
  return client;
}

export interface Sent {
  data: RecordData;
  noticed: boolean;
  website: string;
}

/** Sends; a challenge that has become too old or was used is solved anew, once. */
export function useSending(link: Link, shape: Shape) {
  const once = useOnce();
  const solving = useSolving(shape.captcha);
  return useMutation({
    mutationFn: async (sent: Sent) => {
      const body = { version: shape.version, ...sent };
      const key = once(JSON.stringify(body));
      const send = async (captcha: unknown) =>
        call(addressOf(link), { method: 'POST', asNobody: true, once: key, body: { ...body, captcha } });
      try {
        await send(await solving.take());
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.code !== 'public.challenge-failed') throw problem;
        const fresh = await call<Shape>(addressOf(link), { asNobody: true });
        await send(await solve(fresh.captcha, new AbortController().signal));
      }
    },
    onError: () => solving.again(link),
  });
}

/** Solves while the form is filled in, so that nobody waits for it. */
function useSolving(challenge: Challenge | null) {
  const [current, setCurrent] = useState(challenge);
  const answer = useRef<Promise<unknown>>(undefined);
  useEffect(() => {
    const end = new AbortController();
    const solved = solve(current, end.signal);
    solved.catch(() => undefined);
    answer.current = solved;
    return () => end.abort();
  }, [current]);
  return {
    take: () => answer.current ?? Promise.resolve(undefined),
    /** Each serves once, and what was refused has used it. */
    again: (link: Link) => {
      if (challenge === null) return;
      call<Shape>(addressOf(link), { asNobody: true }).then(
        ({ captcha }) => setCurrent(captcha),
        () => undefined,
      );
    },
  };
}
