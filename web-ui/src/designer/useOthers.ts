import { useMemo } from 'react';
import { useForms } from '../api';
import { local } from '../i18n';
import type { Field } from '../schema';
import { usePublished, type FormDocument, type StudioPlace } from '../studio';
import { isElement } from './document/containers';

interface Option {
  value: string;
  label: string;
}

/** The forms of the app, to choose from. */
export function useFormsOfApp({ tenant, app }: StudioPlace): Option[] {
  const forms = useForms(tenant, app).data?.items ?? [];
  return forms.map((form) => ({ value: form.key, label: local(form.title, form.key) }));
}

/** The fields of another published form. */
export function useFormFields(place: StudioPlace, form: string | undefined): Field[] {
  const published = usePublished<FormDocument>({ ...place, key: form ?? place.key });
  return useMemo(
    () => (form === undefined ? [] : (published?.fields ?? []).filter((entry): entry is Field => !isElement(entry))),
    [form, published],
  );
}

/** The fields of another published form, to choose from. */
export function useFieldsOf(place: StudioPlace, form: string | undefined): Option[] {
  return useFormFields(place, form).map((field) => ({ value: field.key, label: local(field.title, field.key) }));
}
