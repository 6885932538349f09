import { HourglassOutlined } from '@ant-design/icons';
import { useText } from '../i18n';
import { Empty } from '../ui';

/** Stands where a step of designing has no page yet. */
export function SoonPage() {
  const t = useText();
  return <Empty icon={<HourglassOutlined aria-hidden />} title={t('studio.soon')} hint={t('studio.soonHint')} />;
}
