import { isEmpty, type FieldContext } from '../../fields';
import { useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { fieldAt, titleAt, type RelatedForms } from './asked';
import { asEdited, operandOf, operatorKey, takesValue } from './operators';
import { isGroup, type Condition, type Part } from './parts';

interface Props {
  form: FormDefinition;
  related: RelatedForms;
  part: Part;
  context: FieldContext;
}

/** A condition in words, or a group of them: "any of: Level is A; Total is at least 3". */
export function PartText({ form, related, part, context }: Props) {
  const t = useText();
  if (!isGroup(part)) return <ConditionText form={form} related={related} condition={part} context={context} />;
  return (
    <span>
      <span className="jm-quiet">{t(`filter.told.${part.match}`)}</span>{' '}
      {part.parts.map((inner, at) => (
        <span key={at}>
          {at > 0 ? <span className="jm-quiet">{t('filter.then')}</span> : null}
          {isGroup(inner) ? '(' : null}
          <PartText form={form} related={related} part={inner} context={context} />
          {isGroup(inner) ? ')' : null}
        </span>
      ))}
    </span>
  );
}

interface ConditionProps extends Omit<Props, 'part'> {
  condition: Condition;
}

function ConditionText({ form, related, condition, context }: ConditionProps) {
  const t = useText();
  const { field: path, op } = condition;
  const field: Field = fieldAt(form, related, path) ?? { key: path, type: 'text' };
  const operand = operandOf(field);
  const value = asEdited(field, condition.value);
  const listed: unknown[] = Array.isArray(value) ? value : [value];
  const values = takesValue(op) ? (operand.many ? [listed] : listed) : [];
  return (
    <span>
      {titleAt(form, related, path, t)} <span className="jm-quiet">{t(operatorKey(field, op))}</span>{' '}
      {values.map((one, index) => (
        <span key={index}>
          {index > 0 ? <span className="jm-quiet">{op === 'between' ? ' – ' : t('filter.or')}</span> : null}
          {op === 'last4' ? (
            String(one)
          ) : isEmpty(one) ? (
            '…'
          ) : (
            <operand.Cell field={field} value={one} context={context} />
          )}
        </span>
      ))}
    </span>
  );
}
