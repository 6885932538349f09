import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm } from 'antd';
import { findingText, problemText, Problem, type ImportJob } from '../../api';
import { currentLocale, formatNumber, useText } from '../../i18n';
import { JobProgress } from './JobProgress';
import { isOpen } from './useJob';

/** What may be done with an import as it stands. */
export interface JobActs {
  cancel: () => void;
  run: () => void;
  undo: () => void;
  another: () => void;
  close: () => void;
}

interface Props {
  job: ImportJob;
  /** Path of the job, for its file of errors. */
  address: string;
  busy: boolean;
  problem: Error | null;
  acts: JobActs;
}

/** An import while it runs and when it has ended: counts, what was wrong by row, and what can be done next. */
export function JobStep({ job, address, busy, problem, acts }: Props) {
  const t = useText();
  const good = (job.created ?? 0) + (job.updated ?? 0);
  const checked = job.dryRun && job.status === 'done';
  const undoable = !job.dryRun && good > 0 && ['done', 'failed', 'cancelled'].includes(job.status);
  if (isOpen(job)) {
    const doing = job.status === 'undoing' ? 'import.undoing' : job.dryRun ? 'import.checking' : 'import.running';
    return (
      <div className="jm-exchange">
        <JobProgress job={job} title={t(doing)} onCancel={job.status === 'undoing' ? undefined : acts.cancel} />
      </div>
    );
  }
  return (
    <div className="jm-exchange">
      <div role="status">
        <strong>{t(headline(job))}</strong>
      </div>
      {job.problem ? (
        <Alert type="error" showIcon message={problemText(new Problem({ status: 500, code: job.problem }))} />
      ) : null}
      <Counts job={job} />
      <Errors job={job} address={address} />
      {problem ? <Alert role="alert" type="error" showIcon message={problemText(problem)} /> : null}
      <div className="jm-exchange-foot">
        <span className="jm-hint jm-grow">
          {checked ? (good === 0 ? t('import.noneGood') : (job.failed ?? 0) > 0 ? t('import.skipBad') : null) : null}
        </span>
        {undoable ? (
          <Popconfirm
            title={t('import.undoSure')}
            description={t('import.undoHint')}
            okText={t('import.undoGo')}
            cancelText={t('exchange.cancel')}
            onConfirm={acts.undo}
          >
            <Button danger disabled={busy}>
              {t('import.undo')}
            </Button>
          </Popconfirm>
        ) : null}
        <Button onClick={acts.another}>{t('import.another')}</Button>
        {checked ? (
          <Button type="primary" disabled={good === 0} loading={busy} onClick={acts.run}>
            {t('import.go', { count: good, formatted: formatNumber(good) })}
          </Button>
        ) : (
          <Button type="primary" onClick={acts.close}>
            {t('import.finish')}
          </Button>
        )}
      </div>
    </div>
  );
}

function headline(job: ImportJob): string {
  if (job.dryRun && job.status === 'done') return 'import.checked';
  if (job.dryRun && job.status === 'cancelled') return 'import.checkCancelled';
  return `import.${job.status}`;
}

function Counts({ job }: { job: ImportJob }) {
  const t = useText();
  const undone = job.status === 'undone';
  const counts: [string, number][] = undone
    ? [
        ['import.undoneCount', job.undone ?? 0],
        ['import.kept', job.kept ?? 0],
      ]
    : [
        [job.dryRun ? 'import.wouldCreate' : 'import.created', job.created ?? 0],
        [job.dryRun ? 'import.wouldUpdate' : 'import.updated', job.updated ?? 0],
        ['import.bad', job.failed ?? 0],
      ];
  return (
    <>
      <dl className="jm-counts">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd className="jm-num">{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {undone && (job.kept ?? 0) > 0 ? <p className="jm-hint">{t('import.keptHint')}</p> : null}
    </>
  );
}

function Errors({ job, address }: { job: ImportJob; address: string }) {
  const t = useText();
  if (job.errors.length === 0) return null;
  return (
    <section aria-labelledby="import-errors">
      <div className="jm-row">
        <h3 id="import-errors" className="jm-exchange-heading">
          {t('import.errors')}
        </h3>
        <span className="jm-grow" />
        <a href={`/api/v1${address}/errors?locale=${currentLocale()}`} download>
          <DownloadOutlined aria-hidden /> {t('import.errorFile')}
        </a>
      </div>
      {/* A scrolling region must be reachable without a mouse. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="jm-errors" tabIndex={0} role="region" aria-labelledby="import-errors">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.where')}</th>
              <th scope="col">{t('import.why')}</th>
            </tr>
          </thead>
          <tbody>
            {job.errors.map((error, index) => (
              <tr key={`${error.row}-${index}`}>
                <td className="jm-num">{error.row}</td>
                <td>{error.column ?? t('import.wholeRow')}</td>
                <td>{findingText({ code: error.code, params: error.params ?? {} })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {job.errors.length >= 100 ? (
        <p className="jm-hint">{t('import.firstErrors', { count: job.errors.length })}</p>
      ) : null}
    </section>
  );
}
