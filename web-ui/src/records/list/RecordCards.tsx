import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FormPlace, FormRecord, ListedRecord } from '../../api';
import { FieldCell, FieldTitle } from '../../fields';
import type { Field, FormDefinition } from '../../schema';
import { Chooser } from '../bulk/Chooser';
import type { Selection } from '../bulk/useSelection';
import { recordAddress } from '../usePlace';
import { BrokenSeal } from './BrokenSeal';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  columns: Field[];
  items: ListedRecord[];
  selection?: Selection | undefined;
  /** What stands under the fields of a card. */
  foot?: ((record: FormRecord) => ReactNode) | undefined;
}

/** The list at phone width: one card per record, its name first. */
export function RecordCards({ place, form, columns, items, selection, foot }: Props) {
  const head = columns.find((field) => field.key === form.displayedBy) ?? columns[0];
  const rest = columns.filter((field) => field !== head).slice(0, 5);
  return (
    <ul>
      {items.map((item) =>
        'data' in item && head ? (
          <li key={item.id} className="jm-record-card">
            <div className="jm-record-card-line">
              {selection ? <Chooser form={form} record={item} selection={selection} /> : null}
              <Link to={recordAddress(place, item.id)} className="jm-record-card-head">
                <FieldCell field={head} value={item.data[head.key]} context={{ place }} />
              </Link>
            </div>
            <dl>
              {rest.map((field) => (
                <div key={field.key}>
                  <dt>
                    <FieldTitle field={field} />
                  </dt>
                  <dd>
                    <FieldCell
                      field={field}
                      value={item.data[field.key]}
                      context={{ place, withdrawn: item.withdrawn }}
                    />
                  </dd>
                </div>
              ))}
            </dl>
            {foot?.(item)}
          </li>
        ) : (
          <li key={item.id} className="jm-record-card jm-broken">
            <BrokenSeal />
          </li>
        ),
      )}
    </ul>
  );
}
