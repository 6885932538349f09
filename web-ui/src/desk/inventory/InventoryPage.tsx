import { DownloadOutlined, FileSearchOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { Problem, usePurposeTitle, type InventoryForm } from '../../api';
import { LoadFailure } from '../../ask';
import { formatNumber, local, useText } from '../../i18n';
import { Empty, RowsSkeleton, saveFile, useTitle } from '../../ui';
import { useInventory } from '../useInventory';
import { FieldDetails } from './FieldDetails';
import { csv, narrowed, usesOf, type Narrowing } from './inventory';
import { rowsOf } from './rows';
import { useWords } from './useWords';

const LEVELS = ['internal', 'personal', 'sensitive', 'secret'];

/** What personal data lives where, why, for how long, how it is found and who sees it, by the published definitions. */
export function InventoryPage({ tenant }: { tenant: string }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const inventory = useInventory(tenant);
  const words = useWords(tenant);
  useTitle(t('desk.inventory.title'));
  if (inventory.error)
    return (
      <LoadFailure
        title={t(isClosed(inventory.error) ? 'desk.inventory.closed' : 'desk.inventory.failed')}
        error={inventory.error}
        tenant={tenant}
        onRetry={() => void inventory.refetch()}
      />
    );
  const all = inventory.data?.items ?? [];
  const by: Narrowing = {
    level: params.get('level') ?? undefined,
    form: params.get('form') ?? undefined,
    purpose: params.get('purpose') ?? undefined,
    gaps: params.get('gaps') === '1',
  };
  const shown = narrowed(all, by);
  const put = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const save = () => saveFile('inventory.csv', new Blob([csv(rowsOf(shown, words, t))], { type: 'text/csv' }));
  return (
    <div className="jm-page">
      <div className="jm-desk-head">
        <div className="jm-grow">
          <h1 className="jm-title">{t('desk.inventory.title')}</h1>
          <p className="jm-quiet">{t('desk.inventory.hint')}</p>
        </div>
        <Button icon={<DownloadOutlined aria-hidden />} disabled={shown.length === 0} onClick={save}>
          {t('desk.inventory.csv')}
        </Button>
      </div>
      {inventory.isPending ? (
        <RowsSkeleton label={t('app.loading')} />
      ) : all.length === 0 ? (
        <div className="jm-card">
          <Empty
            icon={<LockOutlined aria-hidden />}
            title={t('desk.inventory.none')}
            hint={t('desk.inventory.noneHint')}
          />
        </div>
      ) : (
        <>
          <Filters tenant={tenant} all={all} by={by} put={put} />
          <p className="jm-hint" role="status">
            {t('desk.inventory.count', {
              count: shown.reduce((sum, { fields }) => sum + fields.length, 0),
              forms: formatNumber(shown.length),
            })}
          </p>
          {shown.length === 0 ? (
            <div className="jm-card">
              <Empty
                icon={<FileSearchOutlined aria-hidden />}
                title={t('desk.inventory.noMatch')}
                hint={t('audit.noneHint')}
                action={
                  <Button onClick={() => setParams({}, { replace: true })}>{t('desk.inventory.clearAll')}</Button>
                }
              />
            </div>
          ) : null}
          {shown.map((form) => (
            <FormPart key={form.form} tenant={tenant} form={form} />
          ))}
        </>
      )}
    </div>
  );
}

const isClosed = (error: unknown) => error instanceof Problem && error.status === 404;

interface FiltersProps {
  tenant: string;
  all: InventoryForm[];
  by: Narrowing;
  put: (name: string, value: string | undefined) => void;
}

function Filters({ tenant, all, by, put }: FiltersProps) {
  const t = useText();
  const purposeTitle = usePurposeTitle(tenant);
  const choice = (name: 'level' | 'form' | 'purpose', options: { value: string; label: string }[]) => (
    <Select
      allowClear
      showSearch
      optionFilterProp="label"
      aria-label={t(`desk.inventory.by.${name}`)}
      placeholder={t(`desk.inventory.any.${name}`)}
      value={by[name] ?? null}
      onChange={(value: string | null) => put(name, value ?? undefined)}
      options={options}
    />
  );
  return (
    <div className="jm-desk-filters" role="group" aria-label={t('filter.button')}>
      {choice(
        'level',
        LEVELS.map((level) => ({ value: level, label: t(`field.tagName.${level}`) })),
      )}
      {choice(
        'form',
        all.map(({ form, title }) => ({ value: form, label: local(title, form) })),
      )}
      {choice(
        'purpose',
        [...usesOf(all).keys()].sort().map((key) => ({ value: key, label: purposeTitle(key) })),
      )}
      <Checkbox checked={by.gaps ?? false} onChange={(event) => put('gaps', event.target.checked ? '1' : undefined)}>
        {t('desk.inventory.onlyGaps')}
      </Checkbox>
    </div>
  );
}

function FormPart({ tenant, form }: { tenant: string; form: InventoryForm }) {
  const t = useText();
  const words = useWords(tenant);
  const heading = `inventory-${form.form}`;
  return (
    <section aria-labelledby={heading} className="jm-desk-form">
      <h2 id={heading} className="jm-desk-heading">
        {local(form.title, form.form)}
      </h2>
      <p className="jm-hint">
        {t(form.subject ? `desk.inventory.subject.${form.subject}` : 'desk.inventory.noSubject')} ·{' '}
        {words.afterwards(form)} ·{' '}
        {form.records === null
          ? t('desk.inventory.recordsUnknown')
          : t('desk.inventory.records', { count: form.records, number: formatNumber(form.records) })}
      </p>
      <div className="jm-card jm-inventory">
        <div className="jm-inventory-line jm-inventory-names jm-hint" aria-hidden>
          {(['field', 'kind', 'purposes', 'retention', 'sight'] as const).map((name) => (
            <span key={name}>{t(`desk.inventory.column.${name}`)}</span>
          ))}
        </div>
        {form.fields.map((field) => (
          <FieldDetails key={field.field} form={form} field={field} words={words} />
        ))}
      </div>
    </section>
  );
}
