import { Alert, Button, Radio, Select } from 'antd';
import { problemText, type ImportColumns } from '../../api';
import { formatNumber, local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';

/** What the rows of a file become: field by place of the column, empty to leave it out; and the field to compare by. */
export interface Mapping {
  fields: string[];
  match: string;
}

interface Props {
  form: FormDefinition;
  name: string;
  file: ImportColumns;
  mapping: Mapping;
  problem: Error | null;
  busy: boolean;
  onChange: (mapping: Mapping) => void;
  onBack: () => void;
  onNext: () => void;
}

/** Says which column leads to which field, beside what stands in it. */
export function ColumnsStep({ form, name, file, mapping, problem, busy, onChange, onBack, onNext }: Props) {
  const t = useText();
  const title = (key: string) => local(fieldOf(form, key)?.title, key);
  const mapped = mapping.fields.filter((field) => field !== '');
  const choose = (place: number, field: string) => {
    const fields = mapping.fields.map((before, index) => (index === place ? field : before));
    onChange({ fields, match: fields.includes(mapping.match) ? mapping.match : '' });
  };
  const comparable = file.matchable.filter((key) => mapped.includes(key));
  return (
    <div className="jm-exchange">
      <p className="jm-hint">{t('import.fileRows', { name, count: file.rows, formatted: formatNumber(file.rows) })}</p>
      {file.remembered ? <p className="jm-hint">{t('import.remembered')}</p> : null}
      <table className="jm-mapping">
        <thead>
          <tr>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.samples')}</th>
            <th scope="col">{t('import.field')}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column, place) => (
            <tr key={column.column}>
              <th scope="row">{column.heading || t('import.unnamed')}</th>
              <td className="jm-hint">{column.samples.filter(Boolean).join(' · ')}</td>
              <td>
                <Select
                  aria-label={t('import.fieldOf', { column: column.heading || column.column })}
                  value={mapping.fields[place] ?? ''}
                  showSearch
                  optionFilterProp="label"
                  disabled={column.heading === ''}
                  onChange={(field) => choose(place, field)}
                  options={[
                    { value: '', label: t('import.skip') },
                    ...file.fields.map((key) => ({
                      value: key,
                      label: title(key),
                      disabled: mapped.includes(key) && mapping.fields[place] !== key,
                    })),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {comparable.length > 0 ? (
        <fieldset className="jm-exchange-choice">
          <legend>{t('import.match')}</legend>
          <Radio.Group
            className="jm-exchange-match"
            value={mapping.match}
            onChange={(event) => onChange({ ...mapping, match: String(event.target.value) })}
            options={[
              { value: '', label: t('import.matchNone') },
              ...comparable.map((key) => ({ value: key, label: t('import.matchBy', { field: title(key) }) })),
            ]}
          />
          {mapping.match ? <p className="jm-hint">{t('import.matchHint')}</p> : null}
        </fieldset>
      ) : null}
      {problem ? <Alert role="alert" type="error" showIcon message={problemText(problem)} /> : null}
      <div className="jm-exchange-foot">
        <span className="jm-hint jm-grow">{t(mapped.length === 0 ? 'import.nothing' : 'import.checkHint')}</span>
        <Button onClick={onBack}>{t('exchange.back')}</Button>
        <Button type="primary" disabled={mapped.length === 0} loading={busy} onClick={onNext}>
          {t('import.check')}
        </Button>
      </div>
    </div>
  );
}
