import { BellOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { problemText, type Notification } from '../api';
import { useText } from '../i18n';
import { Empty, Failure, RowsSkeleton, useIsPhone } from '../ui';
import { Item } from './Item';
import { useNotifications, whereTo } from './notifications';
import { Preferences } from './Preferences';
import './panel.css';

interface Props {
  tenant: string;
  open: boolean;
  onClose: () => void;
}

/** What one was told, beside the page; at phone width instead of it. */
export function Panel({ tenant, open, onClose }: Props) {
  const t = useText();
  const phone = useIsPhone();
  const [choosing, setChoosing] = useState(false);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      width={phone ? '100%' : 420}
      title={t(choosing ? 'notifications.preferences' : 'notifications.title')}
      closable={{ 'aria-label': t('notifications.close') }}
      extra={
        <Button
          type="text"
          icon={<SettingOutlined aria-hidden />}
          aria-pressed={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          {t(choosing ? 'notifications.back' : 'notifications.choose')}
        </Button>
      }
      styles={{ body: { padding: 0 } }}
    >
      {choosing ? <Preferences tenant={tenant} /> : <List tenant={tenant} onClose={onClose} />}
    </Drawer>
  );
}

function List({ tenant, onClose }: Omit<Props, 'open'>) {
  const t = useText();
  const navigate = useNavigate();
  const [which, setWhich] = useState<'all' | 'unread'>('all');
  const { list, items, read, readAll } = useNotifications(tenant, which === 'unread');
  const follow = (one: Notification) => {
    if (!one.readAt) read.mutate(one.id);
    const there = whereTo(tenant, one);
    if (!there) return;
    onClose();
    void navigate(there);
  };
  const failure = read.error ?? readAll.error;
  return (
    <>
      <div className="jm-told-bar">
        <Segmented
          size="small"
          aria-label={t('notifications.which')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all', label: t('notifications.all') },
            { value: 'unread', label: t('notifications.onlyUnread') },
          ]}
        />
        <Button
          type="link"
          size="small"
          disabled={!items.some((one) => !one.readAt)}
          loading={readAll.isPending}
          onClick={() => readAll.mutate()}
        >
          {t('notifications.readAll')}
        </Button>
      </div>
      {failure ? (
        <p className="jm-error jm-told-failed" role="alert">
          {problemText(failure)}
        </p>
      ) : null}
      {list.isPending ? (
        <RowsSkeleton label={t('app.loading')} rows={6} />
      ) : list.error && items.length === 0 ? (
        <Failure
          title={t('notifications.failed')}
          hint={problemText(list.error)}
          retry={{ label: t('app.retry'), act: () => void list.refetch() }}
        />
      ) : items.length === 0 ? (
        <Empty
          icon={<BellOutlined aria-hidden />}
          title={t(which === 'unread' ? 'notifications.noneUnread' : 'notifications.none')}
          hint={t('notifications.noneHint')}
        />
      ) : (
        <ul className="jm-told" aria-label={t('notifications.title')}>
          {items.map((one) => (
            <Item key={one.id} one={one} onFollow={() => follow(one)} onRead={() => read.mutate(one.id)} />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <div className="jm-told-more">
          <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('notifications.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
