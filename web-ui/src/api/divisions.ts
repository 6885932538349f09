import { useQuery } from '@tanstack/react-query';

/** Code to name of the provinces, cities and counties of China: the very file by which the server checks them. */
export type Divisions = Record<string, string>;

export function useDivisions(enabled = true) {
  return useQuery({
    queryKey: ['divisions'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/regions/china.json', { signal });
      if (!answer.ok) throw new Error(`divisions: ${answer.status}`);
      return ((await answer.json()) as { divisions: Divisions }).divisions;
    },
    staleTime: Infinity,
    enabled,
  });
}
