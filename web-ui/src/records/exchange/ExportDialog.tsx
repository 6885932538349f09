import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call, formPath, Problem, problemText, type ExchangeJob, type FormPlace, type RecordQuery } from '../../api';
import { FieldTitle } from '../../fields';
import { currentLocale, formatNumber, local, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { JobProgress } from './JobProgress';
import { isOpen, useJob } from './useJob';
import './exchange.css';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  /** What the list shows now. */
  query: RecordQuery;
  onClose: () => void;
}

/** Asks what a file is to hold, has it made, and gives it out. */
export function ExportDialog({ place, form, query, onClose }: Props) {
  const t = useText();
  const cache = useQueryClient();
  const base = `${formPath(place)}/exports`;
  const [format, setFormat] = useState('xlsx');
  const [filtered, setFiltered] = useState(query.filter !== undefined);
  const [fields, setFields] = useState(form.fields.map((field) => field.key));
  const [id, setId] = useState<string | null>(null);
  const address = id === null ? null : `${base}/${id}`;
  const job = useJob(address);
  const start = useMutation({
    mutationFn: () =>
      call<ExchangeJob>(base, {
        method: 'POST',
        body: {
          format,
          fields: form.fields.map((field) => field.key).filter((key) => fields.includes(key)),
          locale: currentLocale(),
          ...(query.sort ? { sort: query.sort } : {}),
          ...(filtered && query.filter ? { filter: query.filter } : {}),
        },
      }),
    onSuccess: (started) => setId(started.id),
  });
  const cancel = useMutation({
    mutationFn: () => call(`${address}/cancel`, { method: 'POST', body: {} }),
    onSuccess: () => cache.invalidateQueries({ queryKey: [address] }),
  });
  return (
    <Modal
      open
      title={t('export.title', { form: local(form.title, form.key) })}
      width={600}
      footer={null}
      onCancel={onClose}
    >
      {job && address ? (
        <Made job={job} address={address} onCancel={() => cancel.mutate()} onAgain={() => setId(null)} />
      ) : (
        <div className="jm-exchange">
          <fieldset className="jm-exchange-choice">
            <legend>{t('export.format')}</legend>
            <Radio.Group
              value={format}
              onChange={(event) => setFormat(String(event.target.value))}
              options={['xlsx', 'csv', 'json'].map((value) => ({ value, label: t(`export.${value}`) }))}
            />
          </fieldset>
          {query.filter ? (
            <fieldset className="jm-exchange-choice">
              <legend>{t('export.range')}</legend>
              <Radio.Group
                value={filtered}
                onChange={(event) => setFiltered(Boolean(event.target.value))}
                options={[
                  { value: true, label: t('export.filtered') },
                  { value: false, label: t('export.all') },
                ]}
              />
            </fieldset>
          ) : null}
          <fieldset className="jm-exchange-choice">
            <legend>{t('export.columns')}</legend>
            <Checkbox
              checked={fields.length === form.fields.length}
              indeterminate={fields.length > 0 && fields.length < form.fields.length}
              onChange={(event) => setFields(event.target.checked ? form.fields.map((field) => field.key) : [])}
            >
              {t('export.allColumns')}
            </Checkbox>
            <Checkbox.Group className="jm-export-columns" value={fields} onChange={(keys) => setFields(keys)}>
              {form.fields.map((field) => (
                <Checkbox key={field.key} value={field.key}>
                  <FieldTitle field={field} />
                </Checkbox>
              ))}
            </Checkbox.Group>
          </fieldset>
          <ul className="jm-exchange-notes jm-hint">
            <li>{t('export.masked')}</li>
            <li>{t('export.only')}</li>
            <li>{t('export.mark')}</li>
          </ul>
          {start.error ? <Alert role="alert" type="error" showIcon message={problemText(start.error)} /> : null}
          <div className="jm-exchange-foot">
            <span className="jm-hint jm-grow">{fields.length === 0 ? t('export.nothing') : null}</span>
            <Button onClick={onClose}>{t('exchange.cancel')}</Button>
            <Button
              type="primary"
              disabled={fields.length === 0}
              loading={start.isPending || id !== null}
              onClick={() => start.mutate()}
            >
              {t('export.go')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

interface MadeProps {
  job: ExchangeJob;
  address: string;
  onCancel: () => void;
  onAgain: () => void;
}

function Made({ job, address, onCancel, onAgain }: MadeProps) {
  const t = useText();
  if (isOpen(job)) {
    return (
      <div className="jm-exchange">
        <JobProgress job={job} title={t('export.running', { formatted: formatNumber(job.done) })} onCancel={onCancel} />
      </div>
    );
  }
  const done = job.status === 'done';
  return (
    <div className="jm-exchange">
      <div role="status">
        <strong>
          {done
            ? t('export.done', { count: job.done, formatted: formatNumber(job.done) })
            : t(job.status === 'cancelled' ? 'export.cancelled' : 'export.failed')}
        </strong>
      </div>
      {job.problem ? (
        <Alert type="error" showIcon message={problemText(new Problem({ status: 500, code: job.problem }))} />
      ) : null}
      <div className="jm-exchange-foot">
        <span className="jm-hint jm-grow">{done ? t('export.keeps') : null}</span>
        <Button onClick={onAgain}>{t('export.again')}</Button>
        {done ? (
          <Button type="primary" icon={<DownloadOutlined aria-hidden />} href={`/api/v1${address}/file`} download>
            {t('export.download')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
