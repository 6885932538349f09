import { local } from '../../i18n';
import { isMasked } from '../../schema';
import { isEmpty, type CellProps } from '../defineField';
import { MaskText } from '../signs/MaskText';
import { FieldTitle } from '../signs/FieldTitle';
import { simpleType } from '../types';
import type { Row } from './index';
import './subform.css';

/** The rows as a table, read only. */
export function Detail({ field, value, context }: CellProps<Row[]>) {
  const columns = field.fields ?? [];
  return (
    // Scrolls sideways at phone width, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="jm-subform" role="region" aria-label={local(field.title, field.key)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={simpleType(column.type).numeric ? 'jm-right' : ''}>
                <FieldTitle field={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, index) => (
            <tr key={row.id ?? index}>
              {columns.map((column) => {
                const type = simpleType(column.type);
                const cell = row[column.key];
                return (
                  <td key={column.key} className={type.numeric ? 'jm-right' : ''}>
                    {isMasked(cell) ? (
                      <MaskText field={column} masked={cell.masked} />
                    ) : isEmpty(cell) ? (
                      '–'
                    ) : (
                      <type.Cell field={column} value={cell} context={context} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
