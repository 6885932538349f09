import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Count } from '../../api';
import { formatNumber, useText } from '../../i18n';

interface Props {
  shown: number;
  count: Count | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Page by page, without numbers: lists are read by cursor. The total comes when it is known. */
export function Pager({ shown, count, onPrevious, onNext }: Props) {
  const t = useText();
  return (
    <nav className="jm-pager" aria-label={t('pager.label')}>
      <span className="jm-quiet jm-num">
        {t('pager.shown', { count: shown })}
        {count
          ? ` · ${t(count.exact ? 'pager.total' : 'pager.moreThan', { count: count.value, value: formatNumber(count.value) })}`
          : ''}
      </span>
      <span className="jm-grow" />
      <Button size="small" type="text" icon={<LeftOutlined aria-hidden />} disabled={!onPrevious} onClick={onPrevious}>
        {t('pager.previous')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<RightOutlined aria-hidden />}
        iconPosition="end"
        disabled={!onNext}
        onClick={onNext}
      >
        {t('pager.next')}
      </Button>
    </nav>
  );
}
