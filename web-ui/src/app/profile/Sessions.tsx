import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tag } from 'antd';
import { call, path, problemText, useGet, type Page } from '../../api';
import type { components } from '../../api/generated/schema';
import { useText } from '../../i18n';
import { Failure, RowsSkeleton, When } from '../../ui';
import { useAccount } from './SecondFactor';

type Session = components['schemas']['Session'];

/** Where one is signed in, this browser marked; each of the others, or all of them, can be ended. */
export function Sessions({ tenant }: { tenant: string }) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const account = useAccount().data;
  const address = path`/tenants/${tenant}/sessions`;
  const sessions = useGet<Page<Session>>(address, { staleTime: 0 });
  const items = sessions.data?.items ?? [];
  const end = useMutation({
    mutationFn: (id: string | null) =>
      call(id === null ? `${address}/end-others` : `${address}/${encodeURIComponent(id)}/end`, { method: 'POST' }),
    onSuccess: (_, id) => void message.success(t(id === null ? 'profile.othersEnded' : 'profile.ended')),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: [address] }),
  });
  return (
    <section className="jm-card jm-profile-part" aria-labelledby="profile-sessions">
      <div className="jm-row jm-wrap">
        <h2 id="profile-sessions" className="jm-grow">
          {t('profile.sessions')}
        </h2>
        <Popconfirm
          title={t('profile.endOthers')}
          description={t('profile.endOthersAsk')}
          okText={t('profile.endIt')}
          cancelText={t('profile.keep')}
          onConfirm={() => end.mutate(null)}
          disabled={!items.some(({ current }) => !current)}
        >
          <Button disabled={!items.some(({ current }) => !current)} loading={end.isPending && end.variables === null}>
            {t('profile.endOthers')}
          </Button>
        </Popconfirm>
      </div>
      <p className="jm-hint">{t('profile.sessionsHint')}</p>
      {sessions.isPending ? (
        <RowsSkeleton label={t('app.loading')} rows={3} />
      ) : !sessions.data ? (
        <Failure
          title={t('profile.failed')}
          hint={problemText(sessions.error)}
          retry={{ label: t('app.retry'), act: () => void sessions.refetch() }}
        />
      ) : items.length === 0 ? (
        <p className="jm-quiet">{t('profile.noSessions')}</p>
      ) : (
        <ul>
          {items.map((session) => (
            <Line
              key={session.id}
              session={session}
              ending={end.isPending && end.variables === session.id}
              onEnd={() => end.mutate(session.id)}
            />
          ))}
        </ul>
      )}
      <p className="jm-hint jm-profile-note">{t('profile.keycloakToo')}</p>
      {account ? (
        <a className="jm-hint" href={account.devices} target="_blank" rel="noreferrer">
          {t('profile.devices')}
        </a>
      ) : null}
    </section>
  );
}

function Line({ session, ending, onEnd }: { session: Session; ending: boolean; onEnd: () => void }) {
  const t = useText();
  const device = t('profile.device', {
    browser: session.browser || t('profile.unknownBrowser'),
    system: session.system || t('profile.unknownSystem'),
  });
  return (
    <li className="jm-profile-session">
      <div className="jm-grow">
        <p className="jm-row jm-wrap">
          <span>{device}</span>
          {session.current ? <Tag color="blue">{t('profile.this')}</Tag> : null}
          {session.level === 'mfa' ? <Tag>{t('profile.second')}</Tag> : null}
        </p>
        <p className="jm-hint">
          {t('profile.since')} <When at={session.signedInAt} /> · {t('profile.seen')} <When at={session.seenAt} />
        </p>
      </div>
      {session.current ? null : (
        <Button aria-label={t('profile.endThis', { device })} loading={ending} onClick={onEnd}>
          {t('profile.end')}
        </Button>
      )}
    </li>
  );
}
