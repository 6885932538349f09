import { LockOutlined } from '@ant-design/icons';
import { Popover, Tooltip } from 'antd';
import { AskAdmin } from '../../ask';
import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import './signs.css';

interface Props {
  field: Field;
  masked: string;
  /** Opens the reveal dialog; absent when this reader has no right to. */
  onReveal?: (() => void) | undefined;
  /** On a record's page: the tenant whose administrators can be asked for the right. */
  askIn?: string | undefined;
  /** Its person has taken back the consent that it rests on: there is nobody to ask but that person. */
  withdrawn?: boolean | undefined;
}

/** A withheld value: the mask in a mono face with a closed lock. Hover says why; a click asks to see it, or whom to ask. */
export function MaskText({ field, masked, onReveal, askIn, withdrawn = false }: Props) {
  const t = useText();
  const title = local(field.title, field.key);
  const content = (
    <>
      <span className="jm-mono">{masked || t('field.mask.token')}</span>
      <LockOutlined className="jm-mask-lock" aria-hidden />
    </>
  );
  if (onReveal) {
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
  const label = <span className="jm-sr">{t('field.mask.label', { field: title })} </span>;
  if (askIn === undefined) {
    return (
      <Tooltip title={t(withdrawn ? 'field.mask.withdrawn' : 'field.mask.masked')}>
        <span className="jm-mask">
          {label}
          {content}
        </span>
      </Tooltip>
    );
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <div className="jm-mask-why">
          <p>{t(withdrawn ? 'field.mask.withdrawn' : 'field.mask.why')}</p>
          {withdrawn ? null : <AskAdmin tenant={askIn} wish={t('ask.toReveal', { field: title })} />}
        </div>
      }
    >
      <button
        type="button"
        className="jm-plain jm-mask"
        aria-haspopup="dialog"
        title={t(withdrawn ? 'field.mask.withdrawn' : 'field.mask.masked')}
      >
        {label}
        {content}
      </button>
    </Popover>
  );
}
