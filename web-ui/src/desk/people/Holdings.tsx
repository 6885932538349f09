import { Link } from 'react-router';
import { path, useFormByKey, type DataSubject, type InventoryForm } from '../../api';
import { FieldTitle } from '../../fields';
import { formatNumber, formatTime, useText } from '../../i18n';
import { asField } from '../inventory/inventory';
import { useInventory } from '../useInventory';
import { madeAt } from './kinds';

type Holding = DataSubject['forms'][number];

/** Where a person's data lie: each form with what it may hold of people, and the records that are about this one. */
export function Holdings({ tenant, forms }: { tenant: string; forms: Holding[] }) {
  const t = useText();
  const inventory = useInventory(tenant);
  return (
    <section aria-labelledby="desk-holdings">
      <h2 id="desk-holdings" className="jm-desk-heading">
        {t('desk.subject.holdings')}
      </h2>
      {forms.length === 0 ? <p className="jm-card jm-desk-line jm-quiet">{t('desk.subject.nothing')}</p> : null}
      <ul className="jm-desk-holdings">
        {forms.map((held) => (
          <Held
            key={held.form}
            tenant={tenant}
            held={held}
            inventory={inventory.data?.items.find(({ form }) => form === held.form)}
          />
        ))}
      </ul>
    </section>
  );
}

function Held({ tenant, held, inventory }: { tenant: string; held: Holding; inventory: InventoryForm | undefined }) {
  const t = useText();
  const visible = useFormByKey(tenant, held.form);
  const rest = held.records - held.newest.length;
  return (
    <li className="jm-card jm-desk-line">
      <p className="jm-desk-strong">
        {held.title} · {t('desk.subject.records', { count: held.records, number: formatNumber(held.records) })}
      </p>
      {inventory ? (
        <ul className="jm-desk-kinds" aria-label={t('desk.subject.mayHold')}>
          {inventory.fields.map((field) => (
            <li key={field.field}>
              <FieldTitle field={asField(field)} />
            </li>
          ))}
        </ul>
      ) : null}
      {visible ? (
        <ul className="jm-desk-records" aria-label={t('desk.subject.newest')}>
          {held.newest.map((id) => (
            <li key={id}>
              <Link to={path`/t/${tenant}/apps/${held.app}/forms/${held.form}/records/${id}`}>
                {t('desk.subject.madeAt', { at: formatTime(madeAt(id)) })}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="jm-hint">{t('desk.subject.unseen')}</p>
      )}
      {visible && rest > 0 ? (
        <p className="jm-hint">{t('desk.subject.more', { count: rest, number: formatNumber(rest) })}</p>
      ) : null}
    </li>
  );
}
