import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal, Steps } from 'antd';
import { useEffect, useState } from 'react';
import { call, formPath, type ExchangeJob, type FormPlace, type ImportColumns } from '../../api';
import { local, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { useIsPhone } from '../../ui';
import { ColumnsStep, type Mapping } from './ColumnsStep';
import { FileStep } from './FileStep';
import { JobStep } from './JobStep';
import { isOpen, useJob } from './useJob';
import './exchange.css';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  onClose: () => void;
}

interface Chosen {
  file: File;
  read: ImportColumns;
}

/** From a file to records: choose, map the columns, try it, run it, and take it back. */
export function ImportDialog({ place, form, onClose }: Props) {
  const t = useText();
  const phone = useIsPhone();
  const cache = useQueryClient();
  const base = `${formPath(place)}/imports`;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [mapping, setMapping] = useState<Mapping>({ fields: [], match: '' });
  const [id, setId] = useState<string | null>(null);
  const address = id === null ? null : `${base}/${id}`;
  const job = useJob(address);

  const read = useMutation({
    mutationFn: async (file: File) => ({
      file,
      read: await call<ImportColumns>(`${base}/columns`, { method: 'POST', body: body(file) }),
    }),
    onSuccess: (now) => {
      setChosen(now);
      setMapping({ fields: now.read.columns.map((column) => column.field ?? ''), match: now.read.match ?? '' });
    },
  });
  const start = useMutation({
    mutationFn: ({ file, read: { columns } }: Chosen) =>
      call<ExchangeJob>(`${base}?dryRun=true`, {
        method: 'POST',
        body: body(file, {
          columns: Object.fromEntries(columns.map(({ heading }, place) => [heading, mapping.fields[place] ?? ''])),
          match: mapping.match,
        }),
      }),
    onSuccess: (started) => setId(started.id),
  });
  const act = useMutation({
    mutationFn: (what: 'run' | 'cancel' | 'undo') =>
      call<ExchangeJob>(`${address}/${what}`, { method: 'POST', body: {} }),
    onSuccess: () => cache.invalidateQueries({ queryKey: [address] }),
  });

  const settled = job !== undefined && !job.dryRun && !isOpen(job) ? job.status : undefined;
  useEffect(() => {
    if (settled) void cache.invalidateQueries({ queryKey: [formPath(place)] });
  }, [settled, cache, place]);

  const restart = () => {
    setId(null);
    setChosen(null);
    read.reset();
    start.reset();
    act.reset();
    void cache.invalidateQueries({ queryKey: [base] });
  };
  const step = id !== null ? (job === undefined || job.dryRun ? 2 : 3) : chosen ? 1 : 0;
  const names = ['file', 'columns', 'check', 'run'].map((name) => ({ title: t(`import.steps.${name}`) }));
  return (
    <Modal
      open
      title={t('import.title', { form: local(form.title, form.key) })}
      width={760}
      footer={null}
      maskClosable={false}
      onCancel={onClose}
    >
      {phone ? (
        <p className="jm-hint">{`${step + 1} / ${names.length} · ${names[step]?.title ?? ''}`}</p>
      ) : (
        <Steps size="small" current={step} items={names} className="jm-exchange-steps" />
      )}
      {job && address ? (
        <JobStep
          job={job}
          address={address}
          busy={act.isPending}
          problem={act.error}
          acts={{
            run: () => act.mutate('run'),
            cancel: () => act.mutate('cancel'),
            undo: () => act.mutate('undo'),
            another: restart,
            close: onClose,
          }}
        />
      ) : chosen ? (
        <ColumnsStep
          form={form}
          name={chosen.file.name}
          file={chosen.read}
          mapping={mapping}
          problem={start.error}
          busy={start.isPending || id !== null}
          onChange={setMapping}
          onBack={restart}
          onNext={() => start.mutate(chosen)}
        />
      ) : (
        <FileStep
          place={place}
          reading={read.isPending}
          problem={read.error}
          onChoose={(file) => read.mutate(file)}
          onOpen={(earlier) => setId(earlier.id)}
        />
      )}
    </Modal>
  );
}

function body(file: File, options?: unknown): FormData {
  const form = new FormData();
  form.append('file', file);
  if (options !== undefined) form.append('options', JSON.stringify(options));
  return form;
}
