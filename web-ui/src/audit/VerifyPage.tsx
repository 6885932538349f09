import { useMutation } from '@tanstack/react-query';
import { DownloadOutlined, FileProtectOutlined, LeftOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Progress } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call, callFile, path, Problem, problemText, useGet, type AuditExport, type AuditKey } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { FilePick, saveFile, useTitle } from '../ui';
import { FileShield } from './FileShield';
import { verifyFile } from './file/verifyFile';
import './audit.css';

/** Checking without trusting the server: the whole log as a file, and any file that it ever gave out. */
export function VerifyPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const key = useGet<AuditKey>(path`/tenants/${tenant}/audit/key`, { staleTime: Infinity });
  useTitle(t('audit.verify.title'));
  if (key.error instanceof Problem && [403, 404].includes(key.error.status))
    return (
      <LoadFailure title={t('audit.closed')} error={key.error} tenant={tenant} onRetry={() => void key.refetch()} />
    );
  return (
    <div className="jm-page jm-page-narrow jm-audit-entry">
      <Link to={path`/t/${tenant}/audit`} className="jm-row">
        <LeftOutlined aria-hidden /> {t('audit.back')}
      </Link>
      <div>
        <h1 className="jm-title">{t('audit.verify.title')}</h1>
        <p className="jm-quiet">{t('audit.verify.hint')}</p>
      </div>
      <WholeLog tenant={tenant} trusted={key.data?.verifierKey} />
      <AnyFile own={key.data?.verifierKey} />
    </div>
  );
}

/** The file is fetched first and checked then, so that what is checked is what is saved. */
function WholeLog({ tenant, trusted }: { tenant: string; trusted: string | undefined }) {
  const t = useText();
  const [done, setDone] = useState<number>();
  const work = useMutation({
    mutationFn: async () => {
      setDone(undefined);
      const exports = path`/tenants/${tenant}/audit/exports`;
      const made = await call<AuditExport>(exports, { method: 'POST', body: {} });
      const file = await callFile(`${exports}/${encodeURIComponent(made.id)}/file`, 'application/octet-stream');
      setDone(0);
      return { file, size: made.size, result: await verifyFile(file, trusted, setDone) };
    },
  });
  return (
    <section className="jm-card jm-audit-part" aria-labelledby="verify-all">
      <h2 id="verify-all" className="jm-audit-part-title">
        {t('audit.verify.all')}
      </h2>
      <p className="jm-quiet">{t('audit.verify.allHint')}</p>
      <div className="jm-row jm-wrap">
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={work.isPending}
          onClick={() => work.mutate()}
        >
          {t('audit.verify.allStart')}
        </Button>
        {work.data ? (
          <Button
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => saveFile(`audit-${tenant}-${work.data.size}.jsonl`, work.data.file)}
          >
            {t('audit.verify.save')}
          </Button>
        ) : null}
      </div>
      {work.isPending ? (
        <div aria-live="polite">
          <p className="jm-hint">{t(done === undefined ? 'audit.verify.fetching' : 'audit.verify.checking')}</p>
          <Progress percent={Math.round((done ?? 0) * 100)} status="active" aria-label={t('audit.verify.checking')} />
        </div>
      ) : null}
      {work.error ? <Alert role="alert" type="error" showIcon message={problemText(work.error)} /> : null}
      {work.data ? <FileShield result={work.data.result} /> : null}
    </section>
  );
}

/** A certificate, a bundle or a log that somebody has brought; it never leaves this browser. */
function AnyFile({ own }: { own: string | undefined }) {
  const t = useText();
  const id = useId();
  const [trusted, setTrusted] = useState<string>();
  const key = (trusted ?? own ?? '').trim();
  const work = useMutation({
    mutationFn: async (file: File) => ({ name: file.name, result: await verifyFile(file, key || undefined) }),
  });
  return (
    <section className="jm-card jm-audit-part" aria-labelledby="verify-file">
      <h2 id="verify-file" className="jm-audit-part-title">
        {t('audit.verify.file')}
      </h2>
      <p className="jm-quiet">{t('audit.verify.fileHint')}</p>
      <FilePick accept=".json,.jsonl,application/json" busy={work.isPending} onChoose={(file) => work.mutate(file)}>
        <FileProtectOutlined aria-hidden className="jm-pick-icon" />
        <span role={work.isPending ? 'status' : undefined}>
          {t(work.isPending ? 'audit.verify.checking' : 'audit.verify.drop')}
        </span>
      </FilePick>
      <label htmlFor={id}>{t('audit.verify.key')}</label>
      <Input
        id={id}
        className="jm-mono"
        spellCheck={false}
        value={trusted ?? own ?? ''}
        onChange={(event) => setTrusted(event.target.value)}
      />
      <p className="jm-hint">{t('audit.verify.keyHint')}</p>
      {work.error ? <Alert role="alert" type="error" showIcon message={t('audit.verify.unreadable')} /> : null}
      {work.data ? (
        <div>
          <p className="jm-audit-file">{work.data.name}</p>
          <FileShield result={work.data.result} />
        </div>
      ) : null}
    </section>
  );
}
