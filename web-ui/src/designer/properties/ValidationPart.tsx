import { useText } from '../../i18n';
import { isProtected, type Field } from '../../schema';
import { FeelInput } from '../../studio';
import type { Path } from '../document/containers';
import { useFoundAt } from '../useFoundAt';
import { useNames } from '../useNames';
import { useDesigner } from '../useDesigner';
import { Flag, Line, Plain, Whole } from './parts';
import { Part } from './parts';

const TEXTS = ['text', 'long-text', 'rich-text'];
const NUMBERS = ['number', 'money', 'percent'];
const UNIQUE = ['text', 'phone', 'email', 'id-card', 'bank-card', 'plate', 'uscc', 'url', 'number', 'date'];

/** What a value must fulfil. */
export function ValidationPart({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set, studio } = useDesigner();
  const names = useNames(path);
  const found = useFoundAt(path, 'requiredWhen');
  const { requiredWhen } = field as { requiredWhen?: string };
  const exact = field.sensitivity?.search?.includes('exact') === true;
  return (
    <Part title={t('designer.part.validation')}>
      {field.formula ? null : (
        <Flag label={t('field.required')} value={field.required} onChange={(required) => set(path, { required })} />
      )}
      {field.required || field.formula || path.includes('.') ? null : (
        <Line label={t('designer.requiredWhen')}>
          <FeelInput
            label={t('designer.requiredWhen')}
            value={requiredWhen ?? ''}
            names={names}
            tenant={studio.place.tenant}
            wants="boolean"
            findings={found()}
            onChange={(text) => set(path, { requiredWhen: text || undefined })}
          />
        </Line>
      )}
      {UNIQUE.includes(field.type) && !path.includes('.') ? (
        <Flag
          label={t('designer.unique')}
          value={field.unique}
          {...(isProtected(field) && !exact ? { hint: t('designer.uniqueNeedsExact') } : {})}
          onChange={(unique) => set(path, { unique })}
        />
      ) : null}
      {TEXTS.includes(field.type) ? (
        <Whole
          label={t('designer.maxLength')}
          value={field.maxLength}
          min={1}
          max={field.type === 'text' ? 10_000 : 100_000}
          placeholder={field.type === 'text' ? '500' : '20000'}
          onChange={(maxLength) => set(path, { maxLength })}
        />
      ) : null}
      {NUMBERS.includes(field.type) ? (
        <div className="jm-pair">
          <Plain
            label={t('designer.minimum')}
            value={field.minimum === undefined ? undefined : String(field.minimum)}
            onChange={(minimum) => set(path, { minimum })}
          />
          <Plain
            label={t('designer.maximum')}
            value={field.maximum === undefined ? undefined : String(field.maximum)}
            onChange={(maximum) => set(path, { maximum })}
          />
        </div>
      ) : null}
    </Part>
  );
}
