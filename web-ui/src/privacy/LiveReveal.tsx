import { UnlockOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { usePurposeTitle } from '../api';
import { formatTime, useText } from '../i18n';
import type { Grant } from './useReveal';
import './privacy.css';

interface Props {
  grant: Grant;
  now: number;
  tenant: string;
  onHide: () => void;
}

const R = 8;
const ROUND = 2 * Math.PI * R;

/** The open lock with a ring that empties: purpose, time left, and "hide now". */
export function LiveReveal({ grant, now, tenant, onHide }: Props) {
  const t = useText();
  const purpose = usePurposeTitle(tenant)(grant.purpose);
  const left = Math.max(0, grant.expiresAt - Math.max(now, grant.startedAt));
  const part = Math.min(1, left / Math.max(1, grant.expiresAt - grant.startedAt));
  const remaining =
    left >= 60_000
      ? t('reveal.minutesLeft', { count: Math.max(1, Math.round(left / 60_000)) })
      : t('reveal.secondsLeft', { count: Math.ceil(left / 1000) });
  return (
    <span className="jm-live">
      <Tooltip title={t('reveal.liveHint', { purpose, until: formatTime(new Date(grant.expiresAt)) })}>
        <span className="jm-live-lock">
          <svg viewBox="0 0 20 20" aria-hidden>
            <circle cx="10" cy="10" r={R} className="jm-live-track" />
            <circle
              cx="10"
              cy="10"
              r={R}
              className="jm-live-left"
              strokeDasharray={ROUND}
              strokeDashoffset={ROUND * (1 - part)}
            />
          </svg>
          <UnlockOutlined aria-hidden />
        </span>
      </Tooltip>
      <span className="jm-hint">
        {purpose} · {remaining}
      </span>
      <button type="button" className="jm-plain jm-live-hide" onClick={onHide}>
        {t('reveal.hide')}
      </button>
    </span>
  );
}
