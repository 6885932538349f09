import { useMutation } from '@tanstack/react-query';
import { Alert, Button, InputNumber, Popconfirm, Progress, Select } from 'antd';
import { useId, useState } from 'react';
import { problemText, useGet } from '../api';
import { useText } from '../i18n';
import { all, type Moved } from './all';
import { Findings } from './Findings';

interface Published {
  version: number;
}

/** From which version to which, what would happen, and doing it with its progress. */
export function Move({ address }: { address: string }) {
  const t = useText();
  const id = useId();
  const newest = useGet<Published>(address, { staleTime: 0 });
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [seen, setSeen] = useState<Moved | null>(null);
  const terms = { from, to: to ?? newest.data?.version ?? null };
  const look = useMutation({ mutationFn: () => all(address, terms, true, setSeen) });
  const run = useMutation({ mutationFn: () => all(address, terms, false, setSeen) });
  const busy = look.isPending || run.isPending;
  const change = (set: (next: number | null) => void) => (next: number | null) => {
    set(next);
    setSeen(null);
    look.reset();
    run.reset();
  };
  const error = look.error ?? run.error;
  if (newest.error) return <Alert type="info" showIcon message={t('migrations.unpublished')} />;
  const versions = Array.from({ length: newest.data?.version ?? 0 }, (_, index) => index + 1).reverse();
  return (
    <>
      <div className="jm-migrations-versions">
        <div>
          <label htmlFor={`${id}-from`}>{t('migrations.from')}</label>
          <InputNumber
            id={`${id}-from`}
            min={1}
            max={newest.data?.version ?? 1}
            precision={0}
            placeholder={t('migrations.anyOther')}
            value={from}
            onChange={change(setFrom)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-to`}>{t('migrations.to')}</label>
          <Select
            id={`${id}-to`}
            loading={newest.isPending}
            value={terms.to}
            onChange={change(setTo)}
            options={versions.map((version) => ({ value: version, label: t('migrations.version', { version }) }))}
          />
        </div>
        <Button disabled={busy || terms.to === null} loading={look.isPending} onClick={() => look.mutate()}>
          {t('migrations.look')}
        </Button>
      </div>
      {error ? <Alert role="alert" type="error" showIcon message={problemText(error)} /> : null}
      <div aria-live="polite">{seen ? <Findings moved={seen} done={run.isSuccess} /> : null}</div>
      {run.isPending && seen ? (
        <Progress percent={99} status="active" format={() => t('migrations.moved', { count: seen.fits })} />
      ) : null}
      {look.isSuccess && !run.isSuccess && seen && seen.fits > 0 ? (
        <Popconfirm
          title={t('migrations.sure', { count: seen.fits, version: seen.to })}
          okText={t('migrations.run')}
          cancelText={t('migrations.cancel')}
          onConfirm={() => run.mutate()}
        >
          <Button type="primary" loading={run.isPending}>
            {t('migrations.run')}
          </Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
