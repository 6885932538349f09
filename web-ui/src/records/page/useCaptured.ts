import { useMemo, useState } from 'react';
import { formPath, useGet, type FormPlace, type FormRecord } from '../../api';
import { local, useText } from '../../i18n';
import { asCaptured, parseForm, type Captured, type FormDefinition } from '../../schema';

export interface CapturedView {
  /** The version the record was last stored under, when the form has a newer one. */
  version: number | undefined;
  /** Whether the reader asked for that version. */
  asked: boolean;
  /** That version as this reader may see it; undefined until it is here. */
  captured: Captured | undefined;
  error: Error | null;
  show: (asked: boolean) => void;
}

/** The version that a record was captured in; it is fetched when it is asked for, and not before. */
export function useCaptured(place: FormPlace, form: FormDefinition, record: FormRecord): CapturedView {
  const t = useText();
  const [wanted, setWanted] = useState(false);
  const older = form.version !== undefined && record.formVersion < form.version;
  const version = older ? record.formVersion : undefined;
  const asked = wanted && older;
  const answer = useGet<unknown>(asked ? `${formPath(place)}/versions/${record.formVersion}` : null, {
    staleTime: 5 * 60_000,
  });
  const captured = useMemo(
    () =>
      asked && answer.data !== undefined
        ? asCaptured(form, parseForm(answer.data), (column) =>
            t('records.captured.goneColumn', { title: local(column.title, column.key) }),
          )
        : undefined,
    [asked, answer.data, form, t],
  );
  return { version, asked, captured, error: answer.error, show: setWanted };
}
