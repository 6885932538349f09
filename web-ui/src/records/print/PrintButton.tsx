import { PrinterOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { FormPlace } from '../../api';
import { useText } from '../../i18n';
import { usePrint } from './usePrint';

/** Records that go into one document. */
const MOST = 50;

interface Props {
  place: FormPlace;
  ids: readonly string[];
  /** Beside other signs on a record's page, without a word of its own. */
  small?: boolean;
}

/** Makes a PDF of these records; turns while it is made. */
export function PrintButton({ place, ids, small = false }: Props) {
  const t = useText();
  const print = usePrint(place);
  const many = ids.length > MOST;
  const hint = many
    ? t('print.most', { count: MOST })
    : print.isPending
      ? t('print.working')
      : small
        ? t('print.go')
        : '';
  return (
    <Tooltip title={hint}>
      <Button
        {...(small ? { type: 'text' as const } : {})}
        icon={<PrinterOutlined aria-hidden />}
        aria-label={print.isPending ? t('print.working') : t('print.go')}
        loading={print.isPending}
        disabled={many}
        onClick={() => print.mutate(ids)}
      >
        {small ? null : t('print.go')}
      </Button>
    </Tooltip>
  );
}
