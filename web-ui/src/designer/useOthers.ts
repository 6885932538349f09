import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAllForms, useForms, usePlaceOf, usePlacesOf } from '../api';
import { local } from '../i18n';
import type { Field } from '../schema';
import { publishedQuery, usePublished, type FormDocument, type StudioPlace } from '../studio';
import { isElement } from './document/containers';
import { linkageOf, type Theirs } from './document/linked';

interface Option {
  value: string;
  label: string;
}

/** The forms to choose from: those of the app, then those of other apps with their app's name. */
export function useFormsToName({ tenant, app }: StudioPlace): Option[] {
  const own = useForms(tenant, app).data?.items ?? [];
  const others = useAllForms(tenant).filter((form) => form.app !== app);
  return [
    ...own.map((form) => ({ value: form.key, label: local(form.title, form.key) })),
    ...others.map((form) => ({
      value: form.key,
      label: `${local(form.title, form.key)} · ${local(form.appTitle, form.app)}`,
    })),
  ];
}

/** The fields of another published form, of whatever app. */
export function useFormFields(place: StudioPlace, form: string | undefined): Field[] {
  const { tenant, app, key } = place;
  const there = usePlaceOf({ tenant, app, form: key }, form);
  const published = usePublished<FormDocument>({ ...place, app: there?.app ?? app, key: form ?? key });
  return useMemo(
    () => (form === undefined ? [] : (published?.fields ?? []).filter((entry): entry is Field => !isElement(entry))),
    [form, published],
  );
}

/** The fields of another published form, to choose from. */
export function useFieldsOf(place: StudioPlace, form: string | undefined): Option[] {
  return useFormFields(place, form).map((field) => ({ value: field.key, label: local(field.title, field.key) }));
}

/** The fields of the forms that defaults of this one are taken from. */
export function useTheirs({ tenant, app, key }: StudioPlace, document: FormDocument): Theirs {
  const linked = document.fields.flatMap((entry) => (isElement(entry) ? [] : (linkageOf(entry)?.form ?? [])));
  const forms = [...new Set(linked)].filter((form) => form !== '' && form !== key);
  const places = [...usePlacesOf({ tenant, app, form: key }, forms)];
  const published = useQueries({
    queries: places.map(([form, { app: there }]) =>
      publishedQuery<FormDocument>({ kind: 'forms', tenant, app: there, key: form }),
    ),
  });
  return (form) => {
    const fields = published[places.findIndex(([each]) => each === form)]?.data?.fields;
    return fields && new Set(fields.map((field) => field.key));
  };
}
