import { useEffect, useRef, useState } from 'react';
import { problemText, upload, type StoredFile } from '../../api';
import { i18n } from '../../i18n';

/** A file on its way. */
export interface Underway {
  key: number;
  name: string;
  share: number;
  /** In words; a failed one stays until it is dismissed. */
  failure?: string;
}

interface Options {
  tenant: string;
  value: StoredFile[];
  maxFiles: number;
  maxBytes: number;
  onChange: (value: StoredFile[]) => void;
}

/** Sends files one after the other and adds each to the value as soon as it is there. */
export function useUploads({ tenant, value, maxFiles, maxBytes, onChange }: Options) {
  const [underway, setUnderway] = useState<Underway[]>([]);
  const latest = useRef({ value, onChange });
  const next = useRef(0);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => {
    latest.current = { value, onChange };
  });
  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    return () => controller.abort();
  }, []);

  const change = (key: number, part: Partial<Underway>) =>
    setUnderway((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const dismiss = (key: number) => setUnderway((all) => all.filter((one) => one.key !== key));

  async function send(file: File, key: number) {
    if (latest.current.value.length >= maxFiles) throw new Refused('file_too-many', { max: maxFiles });
    if (file.size > maxBytes) throw new Refused('file_too-large', { max: maxBytes });
    const stored = await upload(tenant, file, (share) => change(key, { share }), abort.current?.signal);
    const grown = [...latest.current.value, stored];
    latest.current.value = grown;
    latest.current.onChange(grown);
    dismiss(key);
  }

  async function add(files: File[]) {
    const started = files.map((file) => ({ key: next.current++, name: file.name, share: 0 }));
    setUnderway((all) => [...all, ...started]);
    for (const [index, file] of files.entries()) {
      const key = started[index]?.key ?? -1;
      try {
        await send(file, key);
      } catch (problem) {
        if (abort.current?.signal.aborted) return;
        change(key, { failure: problem instanceof Refused ? problem.message : problemText(problem) });
      }
    }
  }

  return { underway, add, dismiss };
}

/** What is refused before anything is sent. */
class Refused extends Error {
  constructor(code: string, params: Record<string, unknown>) {
    super(i18n.t(`problem.code.${code}`, params));
  }
}
