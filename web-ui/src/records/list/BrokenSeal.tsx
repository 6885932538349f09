import { WarningOutlined } from '@ant-design/icons';
import { useText } from '../../i18n';

/** A row whose stored content no longer matches its seal: nothing of it is shown. */
export function BrokenSeal() {
  const t = useText();
  return (
    <span className="jm-broken-seal">
      <WarningOutlined aria-hidden />
      <strong>{t('records.broken')}</strong>
      <span>{t('records.brokenHint')}</span>
    </span>
  );
}
