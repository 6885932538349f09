import { CheckOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { Notification } from '../api';
import { currentLocale, i18n, useText } from '../i18n';
import { Face, When } from '../ui';

interface Props {
  one: Notification;
  onFollow: () => void;
  onRead: () => void;
}

/** One notification: what happened, about what, by whom. What one may not know of any more has neither name nor link. */
export function Item({ one, onFollow, onRead }: Props) {
  const t = useText();
  const sentence = saying(one);
  return (
    <li className="jm-told-item" data-unread={one.readAt ? undefined : true}>
      {one.by ? <Face id={one.by.id} name={one.by.name} /> : <span className="jm-told-nobody" aria-hidden />}
      <div className="jm-grow">
        {one.record || one.approval || one.request ? (
          <button type="button" className="jm-plain jm-told-link" onClick={onFollow}>
            <span className="jm-told-what">
              {one.readAt ? null : <span className="jm-sr">{t('notifications.isUnread')}</span>}
              {sentence}
            </span>
            <span className="jm-told-about">
              {one.record ? [one.record.formTitle, one.record.title].filter(Boolean).join(' · ') : null}
            </span>
          </button>
        ) : (
          <>
            <p className="jm-told-what">{sentence}</p>
            <p className="jm-told-about">{t('notifications.gone')}</p>
          </>
        )}
        <p className="jm-hint">
          {one.by ? `${one.by.name} · ` : ''}
          <When at={one.at} />
        </p>
      </div>
      {one.readAt ? null : (
        <Tooltip title={t('notifications.read')}>
          <Button
            type="text"
            size="small"
            icon={<CheckOutlined aria-hidden />}
            aria-label={t('notifications.readOne', { what: sentence })}
            onClick={onRead}
          />
        </Tooltip>
      )}
    </li>
  );
}

/** The words of a definition, where it says some, else those of the kind; of a kind from a newer server, that there is something. */
function saying({ kind, outcome, text }: Notification): string {
  const own = text?.[currentLocale()] ?? Object.values(text ?? {})[0];
  if (own) return own;
  const words = `notifications.kinds.${kind}`;
  const ended = `${words}_${outcome ?? ''}`;
  return i18n.t([ended, words, 'notifications.kinds.other']);
}
