import { Link } from 'react-router';
import { path, type FormPlace, type FormRecord, type ListedRecord } from '../../api';
import { FieldCell } from '../../fields';
import { useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { PersonName, When } from '../../ui';
import { fieldTitle } from '../labels';
import { Scroll } from './Scroll';

interface Props {
  records: ListedRecord[];
  columns: string[];
  form: FormDefinition;
  place: FormPlace;
  label: string;
}

/** Records as a list has them: masked where they are masked there. */
export function RecordRows({ records, columns, form, place, label }: Props) {
  const t = useText();
  return (
    <Scroll label={label}>
      <table className="jm-widget-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {fieldTitle(column, form)}
              </th>
            ))}
            <th scope="col">
              <span className="jm-sr">{t('dashboard.openRecord')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {records
            .filter((record): record is FormRecord => 'data' in record)
            .map((record) => (
              <tr key={record.id}>
                {columns.map((column) => (
                  <td key={column}>
                    <Cell column={column} record={record} form={form} place={place} />
                  </td>
                ))}
                <td>
                  <Link to={path`/t/${place.tenant}/apps/${place.app}/forms/${place.form}/records/${record.id}`}>
                    {t('dashboard.open')}
                  </Link>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Cell({ column, record, form, place }: { column: string; record: FormRecord } & Pick<Props, 'form' | 'place'>) {
  const t = useText();
  const field = fieldOf(form, column);
  if (field)
    return <FieldCell field={field} value={record.data[column]} context={{ place }} access={record.access?.[column]} />;
  if (column === 'createdAt' || column === 'updatedAt') return <When at={record[column]} />;
  if (column === 'createdBy' || column === 'updatedBy') return <PersonName person={record[column]} />;
  return column === 'status' ? <span>{t(`dashboard.status.${record.status}`)}</span> : null;
}
