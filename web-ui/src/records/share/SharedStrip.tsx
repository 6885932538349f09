import { TeamOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { problemText, useMe, type FormPlace, type FormRecord } from '../../api';
import { formatDate, useText } from '../../i18n';
import { listAddress } from '../usePlace';
import { dayOf } from './days';
import { useShares } from './useShares';
import './share.css';

interface Props {
  place: FormPlace;
  record: FormRecord;
}

/** Says to whom a record is shared by whom and until when; he may do without it. */
export function SharedStrip({ place, record }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const me = useMe();
  const { items, end } = useShares(place, record.id);
  const mine = items.find((share) => share.member.id === me.data?.id);
  if (!mine) return null;
  const leave = () =>
    end.mutate(mine, {
      onSuccess: () => void navigate(listAddress(place)),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <div className="jm-share-strip" role="note">
      <TeamOutlined aria-hidden />
      <span className="jm-grow">
        {t('share.strip', { name: mine.sharedBy.name, until: formatDate(dayOf(mine.until)) })}
      </span>
      <Button size="small" loading={end.isPending} onClick={leave}>
        {t('share.leave')}
      </Button>
    </div>
  );
}
