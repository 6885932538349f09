import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { call, path, Problem, type Finding } from '../../api';
import { slipsIn } from './check';
import type { FeelName } from './names';

const PAUSE = 500;
/** What the server says of the writing alone, whatever the values are. */
const OF_WRITING = ['expression.syntax', 'expression.too-complex'];

/** What is wrong with the writing of an expression, told while it is written: by what can be seen here, else by the server's parser. */
export function useSlips(text: string, names: readonly FeelName[], tenant: string): Finding[] {
  const late = useDeferredValue(text);
  const seen = useMemo(() => findingsOf(late, names), [late, names]);
  const settled = useSettled(text);
  // What stood there at first the check of the whole draft speaks of.
  const [first] = useState(text);
  const answer = useQuery({
    queryKey: ['parsed', settled],
    queryFn: async ({ signal }) => {
      try {
        const body = { expression: settled, context: {} };
        await call(path`/tenants/${tenant}/expressions/evaluate`, { method: 'POST', body, signal });
        return [];
      } catch (problem) {
        if (problem instanceof Problem) return problem.errors.filter(({ code }) => OF_WRITING.includes(code));
        throw problem;
      }
    },
    enabled: settled.trim() !== '' && settled === text && settled !== first && seen.length === 0,
    staleTime: Infinity,
    retry: false,
  });
  return seen.length > 0 ? seen : settled === text ? (answer.data ?? NONE) : NONE;
}

const NONE: Finding[] = [];

/** Each once, however often it stands there. */
function findingsOf(text: string, names: readonly FeelName[]): Finding[] {
  const slips = new Map(slipsIn(text, names).map((slip) => [`${slip.code} ${slip.name ?? ''}`, slip]));
  return [...slips.values()].map(({ code, name }) => ({
    code,
    severity: 'error',
    ...(name === undefined ? {} : { params: { name } }),
  }));
}

/** The text once nobody has written for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
