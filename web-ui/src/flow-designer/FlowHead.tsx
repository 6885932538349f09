import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App as AntApp, Button, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, Problem, problemText, useGet } from '../api';
import { local, useText } from '../i18n';
import { definitionPath, designPath, same, type Checked, type Studio } from '../studio';
import type { Flow } from './model/document';

interface Props {
  studio: Studio<Flow>;
  flow: Flow;
  checked: Checked;
}

/** The workflow's name, how its draft stands to what is published, and publishing. */
export function FlowHead({ studio, flow, checked }: Props) {
  const t = useText();
  const cache = useQueryClient();
  const { message } = AntApp.useApp();
  const [busy, setBusy] = useState(false);
  const { tenant, app } = studio.place;
  const address = definitionPath(studio.place);
  const published = useGet<{ version: number; definition: unknown }>(address);
  const version = published.data?.version;
  const unchanged = useMemo(
    () => published.data !== undefined && same(published.data.definition, studio.document),
    [published.data, studio.document],
  );
  const blocked = checked.findings?.some((finding) => finding.severity === 'error') ?? false;
  const publish = async () => {
    setBusy(true);
    try {
      if (!(await studio.flush())) return;
      const answer = await call<{ version: number }>(`${address}/publish`, { method: 'POST' });
      await cache.invalidateQueries({ queryKey: [address] });
      void message.success(t('flowDesign.published', { version: answer.version }));
    } catch (refused) {
      void message.error(refused instanceof Problem ? problemText(refused) : t('problem.unknown'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <header className="jm-flow-head">
      <Link to={designPath({ tenant, app, form: flow.form }, 'workflows')} aria-label={t('flowDesign.toList')}>
        <ArrowLeftOutlined aria-hidden />
      </Link>
      <h2>{local(flow.title, flow.key)}</h2>
      <Tag>
        {version === undefined
          ? t('flowDesign.neverPublished')
          : t(unchanged ? 'flowDesign.isVersion' : 'flowDesign.changedSince', { version })}
      </Tag>
      <span className="jm-grow" />
      <Button
        type="primary"
        loading={busy}
        disabled={blocked || unchanged}
        title={blocked ? t('flowDesign.publishBlocked') : undefined}
        onClick={() => void publish()}
      >
        {t('flowDesign.publish')}
      </Button>
    </header>
  );
}
