import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { definitionQuery, usePlacesOf, type FormPlace } from '../../api';
import { parseForm } from '../../schema';
import type { RelatedForms } from './asked';

/** Other forms as this reader may see them; those that he may not, or that are still on their way, are missing. */
export function useRelatedForms(place: FormPlace, keys: readonly string[]): RelatedForms {
  const places = usePlacesOf(place, keys);
  return useFormsAt(keys.flatMap((key) => places.get(key) ?? []));
}

function useFormsAt(places: readonly FormPlace[]): RelatedForms {
  const names = places.map(({ form }) => form).join(' ');
  const combine = useCallback(
    (answers: UseQueryResult<unknown>[]): RelatedForms =>
      new Map(
        names
          .split(' ')
          .flatMap((key, at) => (answers[at]?.data === undefined ? [] : [[key, parseForm(answers[at].data)]])),
      ),
    [names],
  );
  return useQueries({ queries: places.map(definitionQuery), combine });
}
