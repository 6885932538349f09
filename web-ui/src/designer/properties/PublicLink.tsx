import { CopyOutlined, ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm, QRCode, Space } from 'antd';
import { useId } from 'react';
import { call, problemText, type PublicLink as Answer } from '../../api';
import { useText } from '../../i18n';
import { definitionPath, usePublished, type FormDocument } from '../../studio';
import { When } from '../../ui';
import { useDesigner } from '../useDesigner';
import { Line } from './parts';

/** The link of the published version: there to be copied, to be scanned, and to be replaced so that the old one dies. */
export function PublicLink() {
  const t = useText();
  const { studio, document } = useDesigner();
  const published = usePublished<FormDocument>(studio.place);
  const address = `${definitionPath(studio.place)}/public-link`;
  const cache = useQueryClient();
  const { message } = App.useApp();
  const answer = useQuery({
    queryKey: [address],
    queryFn: ({ signal }) => call<Answer>(address, { signal }),
    enabled: published?.public !== undefined,
  });
  const renew = useMutation({
    mutationFn: () => call<Answer>(address, { method: 'POST', body: {} }),
    onSuccess: (made) => {
      cache.setQueryData([address], made);
      void message.success(t('designer.public.made'));
    },
    onError: (problem) => void message.error(problemText(problem)),
  });
  if (!document.public?.enabled && !answer.data?.open) return null;
  if (!published?.public?.enabled) return <p className="jm-hint">{t('designer.public.publishFirst')}</p>;
  const link = answer.data?.link;
  if (!answer.data) return null;
  if (!link)
    return (
      <Button block loading={renew.isPending} onClick={() => renew.mutate()}>
        {t('designer.public.make')}
      </Button>
    );
  return (
    <>
      <Shown url={new URL(link.path, window.location.origin).href} />
      <div className="jm-row">
        <span className="jm-hint">
          {t('designer.public.since')} <When at={link.createdAt} />
        </span>
        <span className="jm-grow" />
        <Popconfirm
          title={t('designer.public.renewTitle')}
          description={t('designer.public.renewHint')}
          okText={t('designer.public.renew')}
          cancelText={t('designer.public.keep')}
          onConfirm={() => renew.mutate()}
        >
          <Button size="small" icon={<ReloadOutlined aria-hidden />} loading={renew.isPending}>
            {t('designer.public.renew')}
          </Button>
        </Popconfirm>
      </div>
      {document.public?.enabled ? null : <p className="jm-hint">{t('designer.public.stillOpen')}</p>}
    </>
  );
}

function Shown({ url }: { url: string }) {
  const t = useText();
  const id = useId();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    void message.success(t('designer.public.copied'));
  };
  return (
    <>
      <Line label={t('designer.public.link')} id={id}>
        <Space.Compact block>
          <Input id={id} readOnly value={url} onFocus={({ target }) => target.select()} />
          <Button
            icon={<CopyOutlined aria-hidden />}
            aria-label={t('designer.public.copy')}
            onClick={() => void copy()}
          />
        </Space.Compact>
      </Line>
      <div role="img" aria-label={t('designer.public.code')} className="jm-public-code">
        <div aria-hidden>
          <QRCode value={url} size={144} type="svg" color="#000000" bgColor="#ffffff" />
        </div>
      </div>
    </>
  );
}
