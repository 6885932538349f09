import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { fieldTitle } from '../labels';
import { cellOf, labelsOf, type Told } from '../told';
import { Scroll } from './Scroll';

/** Two groupings against each other. */
export function Pivot({ told, form, label }: { told: Told; form: FormDefinition; label: string }) {
  const t = useText();
  const columns = labelsOf(told, 1);
  const [first, second] = told.widget.groupBy ?? [];
  const corner = t('dashboard.corner', {
    rows: fieldTitle(first?.field ?? '', form),
    columns: fieldTitle(second?.field ?? '', form),
  });
  return (
    <Scroll label={label}>
      <table className="jm-widget-table">
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="jm-widget-right">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labelsOf(told, 0).map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => (
                <td key={column} className="jm-widget-right jm-num">
                  {cellOf(told, row, column)?.texts[0] ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
