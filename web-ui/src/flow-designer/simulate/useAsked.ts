import { useQuery } from '@tanstack/react-query';
import { call } from '../../api';
import { wireValue } from '../../fields';
import type { Field } from '../../schema';
import { definitionPath, type Studio } from '../../studio';
import type { Asked, Sample } from '../context';
import type { Flow } from '../model/document';

/** The sample as it is sent: values as records take them, without those that are withheld from whoever took them over. */
export function sent(sample: Sample, fields: readonly Field[]) {
  const data = Object.entries(sample.data).flatMap(([key, value]) => {
    const field = fields.find((each) => each.key === key);
    const wire = field ? wireValue(field, value) : undefined;
    return wire === undefined || wire === null ? [] : [[key, wire] as const];
  });
  return {
    ...(sample.initiator === undefined ? {} : { initiator: sample.initiator }),
    data: Object.fromEntries(data),
  };
}

/** Whom each step would ask for the sample, asked anew after each save. Nothing while the draft has errors. */
export function useAsked(
  studio: Studio<Flow>,
  sample: Sample,
  fields: readonly Field[],
): Record<string, Asked> | undefined {
  const body = sent(sample, fields);
  const answer = useQuery({
    queryKey: [definitionPath(studio.place), 'asked', studio.revision, body],
    queryFn: () =>
      call<{ nodes: Record<string, Asked> }>(`${definitionPath(studio.place)}/assignees/try`, { method: 'POST', body }),
    enabled: studio.saving === 'saved',
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return answer.data?.nodes;
}
