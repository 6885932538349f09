import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { local, useText } from '../../i18n';
import { isMasked, type Field } from '../../schema';
import { isEmpty, type FieldContext, type InputProps } from '../defineField';
import { MaskText } from '../signs/MaskText';
import { FieldTitle } from '../signs/FieldTitle';
import { simpleType } from '../types';
import type { Row } from './index';
import './subform.css';

/** Edits the rows in place. Computed columns are shown, masked cells stay as they are. */
export function Input({ id, field, value, onChange, disabled, context }: InputProps<Row[]>) {
  const t = useText();
  const rows = value ?? [];
  const columns = field.fields ?? [];
  const title = local(field.title, field.key);
  const change = (index: number, key: string, cell: unknown) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [key]: cell } : row)));
  const add = () => {
    onChange([...rows, begun(columns)]);
    const first = columns.find((column) => !column.formula && !simpleType(column.type).generated);
    // The row stands after the next paint; typing goes on in it.
    requestAnimationFrame(() => document.getElementById(`${id}-${rows.length}-${first?.key ?? ''}`)?.focus());
  };
  return (
    <div id={id}>
      {rows.length > 0 ? (
        <div className="jm-subform jm-subform-edit" role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col" className={simpleType(column.type).numeric ? 'jm-right' : ''}>
                    <FieldTitle field={column} />
                    {column.required ? <span className="jm-required"> *</span> : null}
                  </th>
                ))}
                <th scope="col">
                  <span className="jm-sr">{t('field.subform.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.id ?? `new-${index}`}>
                  {columns.map((column) => (
                    <td key={column.key} className={simpleType(column.type).numeric ? 'jm-right' : ''}>
                      <RowCell
                        id={`${id}-${index}-${column.key}`}
                        label={t('field.subform.cell', { column: local(column.title, column.key), row: index + 1 })}
                        column={column}
                        value={row[column.key]}
                        context={context}
                        disabled={disabled ?? false}
                        onChange={(cell) => change(index, column.key, cell)}
                      />
                    </td>
                  ))}
                  <td className="jm-subform-remove">
                    <Tooltip title={t('field.subform.remove', { row: index + 1 })}>
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined aria-hidden />}
                        disabled={disabled}
                        aria-label={t('field.subform.remove', { row: index + 1 })}
                        onClick={() => onChange(rows.filter((_, at) => at !== index))}
                      />
                    </Tooltip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <Button type="dashed" icon={<PlusOutlined aria-hidden />} disabled={disabled} onClick={add}>
        {t('field.subform.add')}
      </Button>
    </div>
  );
}

/** A new row holds the values that are always the same; the server knows the others. */
function begun(columns: Field[]): Row {
  return Object.fromEntries(
    columns.flatMap(({ key, default: value, readOnly }): [string, unknown][] =>
      value === undefined || value === null || typeof value === 'object' || readOnly ? [] : [[key, value]],
    ),
  );
}

interface CellInput {
  id: string;
  label: string;
  column: Field;
  value: unknown;
  context: FieldContext;
  disabled: boolean;
  onChange: (value: unknown) => void;
}

function RowCell({ id, label, column, value, context, disabled, onChange }: CellInput) {
  const type = simpleType(column.type);
  if (isMasked(value)) return <MaskText field={column} masked={value.masked} />;
  if (column.formula || type.generated) {
    return (
      <span className="jm-subform-computed">
        {isEmpty(value) ? '–' : <type.Cell field={column} value={value} context={context} />}
      </span>
    );
  }
  return (
    <>
      <label className="jm-sr" htmlFor={id}>
        {label}
      </label>
      <type.Input
        id={id}
        field={column}
        value={value ?? undefined}
        context={context}
        disabled={disabled || column.readOnly === true}
        onChange={onChange}
        invalid={!isEmpty(value) && (type.validate?.(value, column) ?? []).length > 0}
      />
    </>
  );
}
