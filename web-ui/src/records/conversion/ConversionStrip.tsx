import { SyncOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Progress } from 'antd';
import { call, formPath, problemText, useGet, useMe, type FormConversion, type FormPlace } from '../../api';
import { formatNumber, useText } from '../../i18n';
import './conversion.css';

/** How often it is asked how far it is, while it runs. */
const SOON = 2_000;

/** Phases in which the new version does not count yet, so that it can be taken back. */
const BEFORE = new Set(['rehearsing', 'preparing', 'filling', 'following']);

const AFTER = new Set(['catching-up', 'settling', 'history', 'sweeping', 'cancelling']);

/**
 * Tells whoever designs a form that its records are on their way to a new version, how far they are, and takes that back while it is
 * possible. Anybody else reads and writes meanwhile and sees nothing of it.
 */
export function ConversionStrip({ place }: { place: FormPlace }) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const roles = useMe().data?.tenants.find((each) => each.key === place.tenant)?.roles ?? [];
  const address = `${formPath(place)}/conversion`;
  const { data: job } = useGet<FormConversion>(
    roles.some((role) => ['designer', 'admin'].includes(role)) ? address : null,
    {
      staleTime: 0,
      refetchInterval: ({ state }) => (runs(state.data) ? SOON : false),
    },
  );
  const cancel = useMutation({
    mutationFn: () => call<FormConversion>(address, { method: 'DELETE' }),
    onSuccess: () => void message.success(t('conversion.cancelled')),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: [address] }),
  });
  if (!job || !runs(job)) return null;
  return (
    <div className="jm-conversion" role="status" aria-live="polite">
      <SyncOutlined aria-hidden />
      <span className="jm-grow">
        {t(
          `conversion.${job.phase === 'rehearsing' ? 'rehearsing' : job.phase === 'cancelling' ? 'cancelling' : 'running'}`,
          {
            version: job.version,
          },
        )}{' '}
        <span className="jm-quiet jm-num">
          {t('conversion.done', { done: formatNumber(job.done), total: formatNumber(job.total) })}
        </span>
      </span>
      <Progress
        className="jm-conversion-bar"
        percent={job.total === 0 ? 0 : Math.min(100, Math.floor((job.done * 100) / job.total))}
        showInfo={false}
        aria-label={t('conversion.progress')}
      />
      {BEFORE.has(job.phase) ? (
        <Popconfirm
          title={t('conversion.sure')}
          description={t('conversion.sureHint')}
          okText={t('conversion.cancel')}
          cancelText={t('conversion.keep')}
          onConfirm={() => cancel.mutate()}
        >
          <Button size="small" loading={cancel.isPending}>
            {t('conversion.cancel')}
          </Button>
        </Popconfirm>
      ) : null}
    </div>
  );
}

function runs(job: FormConversion | undefined): boolean {
  return job !== undefined && (BEFORE.has(job.phase) || AFTER.has(job.phase));
}
