import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { findingText, type WebhookDelivery } from '../api';
import { i18n, useText } from '../i18n';

const ICONS = {
  waiting: <ClockCircleOutlined aria-hidden />,
  delivered: <CheckCircleOutlined aria-hidden />,
  failed: <CloseCircleOutlined aria-hidden />,
};

/** How a delivery stands, in a word. */
export function Outcome({ delivery }: { delivery: WebhookDelivery }) {
  const t = useText();
  return (
    <Tag
      className="jm-webhook-outcome"
      icon={ICONS[delivery.status]}
      color={delivery.status === 'failed' ? 'error' : 'default'}
    >
      {t(`webhooks.status.${delivery.status}`)}
    </Tag>
  );
}

/** What the last try ended with, in the reader's words: an HTTP status as it is, a code of ours by its text. */
export function answered(code: string | null): string {
  if (code === null) return i18n.t('webhooks.untried');
  return /^\d{3}$/.test(code) ? i18n.t('webhooks.answered', { code }) : findingText({ code });
}
