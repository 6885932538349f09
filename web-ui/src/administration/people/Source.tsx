import { ExportOutlined, SyncOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { call, path, problemText } from '../../api';
import { useText } from '../../i18n';
import { When } from '../../ui';
import { organisationAddress, type Organisation } from './people';

/** Where people are looked after, how fresh the copy here is, and the way to have it compared at once. */
export function Source({ tenant, organisation }: { tenant: string; organisation: Organisation }) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const read = useMutation({
    mutationFn: () => call<Organisation>(`${organisationAddress(tenant)}/read`, { method: 'POST' }),
    onSuccess: async () => {
      const people = path`/tenants/${tenant}/`;
      await cache.invalidateQueries({
        predicate: ({ queryKey }) =>
          ['members', 'departments', 'roles', 'organisation'].some((part) =>
            String(queryKey[0]).startsWith(people + part),
          ),
      });
      void message.success(t('administration.people.compared'));
    },
    onError: (error) => void message.error(problemText(error)),
  });
  return (
    <div className="jm-card jm-admin-source">
      <div className="jm-grow">
        <p>{t('administration.people.source')}</p>
        <p className="jm-hint">
          {organisation.readAt ? (
            <>
              {t('administration.people.readAt')} <When at={organisation.readAt} />
            </>
          ) : (
            t('administration.people.unread')
          )}
        </p>
      </div>
      <Button icon={<SyncOutlined aria-hidden />} loading={read.isPending} onClick={() => read.mutate()}>
        {t('administration.people.compare')}
      </Button>
      <Button icon={<ExportOutlined aria-hidden />} href={organisation.console} target="_blank" rel="noreferrer">
        {t('administration.people.console')}
      </Button>
    </div>
  );
}
