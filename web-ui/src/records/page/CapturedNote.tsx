import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { problemText } from '../../api';
import { useText } from '../../i18n';
import type { CapturedView } from './useCaptured';

/** Says quietly that a record was captured with an older version of the form, and shows it so. */
export function CapturedNote({ version, asked, captured, error, show }: CapturedView) {
  const t = useText();
  if (version === undefined) return null;
  return (
    <p className="jm-captured jm-hint">
      <HistoryOutlined aria-hidden />
      <span role="status">{t(captured ? 'records.captured.shown' : 'records.captured.note', { version })}</span>
      <span aria-hidden>·</span>
      <Button type="link" size="small" loading={asked && !captured && !error} onClick={() => show(!captured)}>
        {t(captured ? 'records.captured.back' : 'records.captured.show')}
      </Button>
      {asked && error ? (
        <span role="alert" className="jm-error">
          {problemText(error)}
        </span>
      ) : null}
    </p>
  );
}
