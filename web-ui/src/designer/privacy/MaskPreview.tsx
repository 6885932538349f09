import { LockOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../i18n';
import { masked, maskOf, MASKS, type Field } from '../../schema';
import { One } from '../properties/Choose';

/** Values of nobody, to begin with. */
const SAMPLES: Record<string, string> = {
  person_name: '王小明',
  phone: '13812345678',
  cn_id: '11010519491231002X',
  cn_id_3_4: '11010519491231002X',
  bank_card: '6222020000000000000',
  email: 'xiaoming@example.com',
  email_strict: 'xiaoming@example.com',
  address_cn: '北京市海淀区中关村大街 1 号',
  plate_cn: '京A12345',
  passport: 'E12345678',
  uscc: '91350100M000100Y43',
  birth_date: '1949-12-31',
};

interface Props {
  field: Field;
  onMask: (mask: string | undefined) => void;
}

/** What readers see instead of a value, tried on a text that one writes; it stays on this page. */
export function MaskPreview({ field, onMask }: Props) {
  const t = useText();
  const id = useId();
  const mask = maskOf(field);
  const [typed, setTyped] = useState<string>();
  const value = typed ?? SAMPLES[mask] ?? t('designer.privacy.sample');
  const level = field.sensitivity?.level;
  return (
    <div className="jm-line">
      {level === 'secret' ? null : (
        <One
          label={t('designer.privacy.mask')}
          value={field.sensitivity?.mask}
          clear
          placeholder={t(
            `designer.mask.${maskOf({ ...field, sensitivity: { ...field.sensitivity, level: level ?? 'personal', mask: undefined } as never })}`,
          )}
          options={MASKS.map((each) => ({ value: each, label: t(`designer.mask.${each}`) }))}
          onChange={onMask}
        />
      )}
      <label className="jm-label" htmlFor={id}>
        {t('designer.privacy.try')}
      </label>
      <Input id={id} value={value} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <p className="jm-mask-sample" role="status">
        <span className="jm-hint">{t('designer.privacy.shownAs')}</span>
        <span className="jm-mono">{masked(mask, value)}</span>
        <LockOutlined aria-hidden />
      </p>
    </div>
  );
}
