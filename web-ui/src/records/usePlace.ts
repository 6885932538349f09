import { useMemo } from 'react';
import { useParams } from 'react-router';
import { path, useFormDefinition, type FormPlace } from '../api';
import { parseForm, type FormDefinition } from '../schema';

/** The form named by the address. */
export function usePlace(): FormPlace {
  const { tenant = '', app = '', form = '' } = useParams();
  return useMemo(() => ({ tenant, app, form }), [tenant, app, form]);
}

export function useForm(place: FormPlace): {
  form: FormDefinition | undefined;
  error: Error | null;
  refetch: () => void;
} {
  const answer = useFormDefinition(place);
  const form = useMemo(() => (answer.data === undefined ? undefined : parseForm(answer.data)), [answer.data]);
  return { form, error: answer.error, refetch: () => void answer.refetch() };
}

export function listAddress({ tenant, app, form }: FormPlace): string {
  return path`/t/${tenant}/apps/${app}/forms/${form}`;
}

export function recordAddress(place: FormPlace, id: string): string {
  return `${listAddress(place)}/records/${encodeURIComponent(id)}`;
}
