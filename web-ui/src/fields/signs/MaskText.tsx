import { LockOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import './signs.css';

interface Props {
  field: Field;
  masked: string;
  /** Opens the reveal dialog; absent when this reader has no right to. */
  onReveal?: (() => void) | undefined;
}

/** A withheld value: the mask in a mono face with a closed lock. Hover says why; a click asks to see it. */
export function MaskText({ field, masked, onReveal }: Props) {
  const t = useText();
  const title = local(field.title, field.key);
  const content = (
    <>
      <span className="jm-mono">{masked || t('field.mask.token')}</span>
      <LockOutlined className="jm-mask-lock" aria-hidden />
    </>
  );
  if (!onReveal) {
    return (
      <Tooltip title={t('field.mask.masked')}>
        <span className="jm-mask">
          <span className="jm-sr">{t('field.mask.label', { field: title })} </span>
          {content}
        </span>
      </Tooltip>
    );
  }
  return (
    <Tooltip title={t('field.mask.reveal')}>
      <button
        type="button"
        className="jm-plain jm-mask"
        onClick={(event) => {
          event.stopPropagation();
          onReveal();
        }}
      >
        <span className="jm-sr">{t('field.mask.open', { field: title })} </span>
        {content}
      </button>
    </Tooltip>
  );
}
