import { Checkbox } from 'antd';
import { usePurposeTitle } from '../../api';
import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import type { Consent } from './index';
import './consent.css';

/** Each purpose on its own and none ticked beforehand; refusing all of them is as short as agreeing. */
export function Input({ id, field, value, onChange, disabled, invalid, describedBy, context }: InputProps<Consent>) {
  const t = useText();
  const titleOf = usePurposeTitle(context.place.tenant);
  const notice = field.notice ?? '';
  const earlier = value && value.notice !== notice ? value : undefined;
  const given = earlier ? undefined : value?.given;
  const answer = (next: string[]) => onChange({ notice, given: next });
  return (
    <div
      id={id}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      className={invalid ? 'jm-consent jm-consent-invalid' : 'jm-consent'}
    >
      <p className="jm-quiet">
        {earlier
          ? t('field.consent.earlier', { earlier: earlier.notice, notice })
          : t('field.consent.notice', { notice })}
      </p>
      {(field.purposes ?? []).map((purpose) => (
        <Checkbox
          key={purpose}
          checked={given?.includes(purpose) ?? false}
          disabled={disabled ?? false}
          onChange={(event) =>
            answer(
              (field.purposes ?? []).filter((each) =>
                each === purpose ? event.target.checked : (given?.includes(each) ?? false),
              ),
            )
          }
        >
          {t('field.consent.agree', { purpose: titleOf(purpose) })}
        </Checkbox>
      ))}
      <Checkbox
        checked={given?.length === 0}
        disabled={disabled ?? false}
        onChange={(event) => (event.target.checked ? answer([]) : onChange(null))}
      >
        {t('field.consent.none')}
      </Checkbox>
    </div>
  );
}
