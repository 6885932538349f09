import { EyeOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { InventoryField, InventoryForm } from '../../api';
import { FieldTitle } from '../../fields';
import { useText } from '../../i18n';
import { asField } from './inventory';
import type { Words } from './useWords';

interface Props {
  form: InventoryForm;
  field: InventoryField;
  words: Words;
}

/** One field in a line; opened, all that its definition says of it and what each way to search gives away. */
export function FieldDetails({ form, field, words }: Props) {
  const t = useText();
  const gaps = words.gaps(form, field);
  return (
    <details className="jm-inventory-field">
      <summary className="jm-inventory-line">
        <span className="jm-inventory-title">
          <FieldTitle field={asField(field)} />
        </span>
        <span>
          {words.kind(field)} <span className="jm-quiet">· {words.level(field)}</span>
        </span>
        <span>{words.purposes(field) || <Missing>{t('desk.inventory.gap.purpose')}</Missing>}</span>
        <span>{words.retention(form, field) || <Missing>{t('desk.inventory.gap.retention')}</Missing>}</span>
        <span className="jm-quiet">
          <EyeOutlined aria-hidden /> {t('desk.inventory.groups', { count: field.sight.length })}
          {gaps.length > 0 ? <span className="jm-desk-missing"> · {t('desk.inventory.hasGaps')}</span> : null}
        </span>
      </summary>
      <dl className="jm-inventory-details">
        <Line name={t('desk.inventory.storage')}>{words.storage(field)}</Line>
        <Line name={t('designer.privacy.mask')}>{words.mask(field)}</Line>
        <Line name={t('designer.privacy.basis')}>
          {words.basis(field) ||
            (gaps.includes(t('desk.inventory.gap.basis')) ? (
              <Missing>{t('desk.inventory.gap.basis')}</Missing>
            ) : (
              t('desk.inventory.notSaid')
            ))}
        </Line>
        <Line name={t('designer.privacy.search')}>
          {field.search.length === 0 ? t('desk.inventory.noSearch') : null}
          {field.search.map((one) => (
            <p key={one.mode}>
              {words.mode(one)}
              <span className="jm-hint jm-inventory-leak">{words.leak(one)}</span>
            </p>
          ))}
        </Line>
        <Line name={t('designer.privacy.who')}>
          {field.sight.length === 0 ? t('desk.inventory.nobody') : null}
          <ul>
            {field.sight.map((one) => (
              <li key={one.group}>
                {words.seen(one)}
                {words.leaves(one) ? <span className="jm-quiet"> · {words.leaves(one)}</span> : null}
              </li>
            ))}
          </ul>
        </Line>
        {field.identifies ? (
          <Line name={t('desk.inventory.identifies')}>{t('desk.inventory.identifiesHint')}</Line>
        ) : null}
      </dl>
    </details>
  );
}

function Missing({ children }: { children: ReactNode }) {
  return <span className="jm-desk-missing">{children}</span>;
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
