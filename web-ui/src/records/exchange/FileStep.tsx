import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Button, Spin } from 'antd';
import { formPath, problemText, useGet, type ExchangeJob, type FormPlace, type Page } from '../../api';
import { currentLocale, formatNumber, useText } from '../../i18n';
import { FilePick, When } from '../../ui';

interface Props {
  place: FormPlace;
  reading: boolean;
  problem: Error | null;
  onChoose: (file: File) => void;
  onOpen: (job: ExchangeJob) => void;
}

/** Chooses the file, or an earlier import to look at. */
export function FileStep({ place, reading, problem, onChoose, onOpen }: Props) {
  const t = useText();
  const template = (format: string) =>
    `/api/v1${formPath(place)}/imports/template?format=${format}&locale=${currentLocale()}`;
  return (
    <div className="jm-exchange">
      <FilePick accept=".xlsx,.csv" busy={reading} describedBy="import-limits" onChoose={onChoose}>
        {reading ? <Spin aria-hidden /> : <FileExcelOutlined aria-hidden className="jm-pick-icon" />}
        <span role={reading ? 'status' : undefined}>{t(reading ? 'import.reading' : 'import.choose')}</span>
        <span id="import-limits" className="jm-hint">
          {t('import.limits')}
        </span>
      </FilePick>
      {problem ? <Alert role="alert" type="error" showIcon message={problemText(problem)} /> : null}
      <p className="jm-row jm-wrap">
        {t('import.template')}
        <a href={template('xlsx')} download>
          {t('import.templateXlsx')}
        </a>
        <a href={template('csv')} download>
          {t('import.templateCsv')}
        </a>
      </p>
      <Recent place={place} onOpen={onOpen} />
    </div>
  );
}

function Recent({ place, onOpen }: { place: FormPlace; onOpen: (job: ExchangeJob) => void }) {
  const t = useText();
  const jobs = useGet<Page<ExchangeJob>>(`${formPath(place)}/imports`, { staleTime: 0 }).data?.items ?? [];
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="import-recent">
      <h3 id="import-recent" className="jm-exchange-heading">
        {t('import.recent')}
      </h3>
      <ul className="jm-recent">
        {jobs.slice(0, 5).map((job) => (
          <li key={job.id} className="jm-row">
            <When at={job.createdAt} />
            <span>{job.dryRun ? t('import.steps.check') : t('import.steps.run')}</span>
            <span className="jm-hint">
              {t(`exchange.status.${job.status}`)} ·{' '}
              {t('exchange.rows', { count: job.total ?? job.done, formatted: formatNumber(job.total ?? job.done) })}
            </span>
            <span className="jm-grow" />
            <Button size="small" onClick={() => onOpen(job)}>
              {t('import.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
