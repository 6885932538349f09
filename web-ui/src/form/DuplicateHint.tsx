import { Link } from 'react-router';
import { path, type DuplicateItem, type FormPlace } from '../api';
import { local, useText } from '../i18n';
import type { Field, FormDefinition } from '../schema';

const FEW = 3;

interface Props {
  place: FormPlace;
  form: FormDefinition;
  field: Field;
  found: DuplicateItem;
}

/** "This phone is already a customer of 王**": the records in sight by their names, of the others who keeps them. */
export function DuplicateHint({ place, form, field, found }: Props) {
  const t = useText();
  const words = { field: local(field.title, field.key), form: local(form.title, form.key) };
  const seen = found.records.filter((record) => record.id !== undefined);
  const owners = [...new Set(found.records.flatMap((record) => (record.id === undefined ? [record.owner ?? ''] : [])))];
  const named = owners.filter((owner) => owner !== '');
  const rest = Math.max(seen.length - FEW, 0) + Math.max(named.length - FEW, 0);
  return (
    <div className="jm-hint jm-now" role="status">
      {named.slice(0, FEW).map((owner) => (
        <p key={owner}>{t('form.duplicate.of', { ...words, owner })}</p>
      ))}
      {owners.includes('') ? <p>{t('form.duplicate.unseen', words)}</p> : null}
      {seen.length > 0 ? (
        <p>
          {t('form.duplicate.seen', words)}{' '}
          {seen.slice(0, FEW).map((record, index) => (
            <span key={record.id}>
              {index > 0 ? t('form.duplicate.comma') : ''}
              <Link
                target="_blank"
                to={path`/t/${place.tenant}/apps/${place.app}/forms/${place.form}/records/${record.id ?? ''}`}
              >
                {record.title ?? t('form.duplicate.untitled')}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
      {rest > 0 || !found.exact ? <p>{t('form.duplicate.more')}</p> : null}
    </div>
  );
}
