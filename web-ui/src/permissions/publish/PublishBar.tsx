import { RocketOutlined } from '@ant-design/icons';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { path, problemText } from '../../api';
import { useText } from '../../i18n';
import { designPath, type FormDocument, type Studio } from '../../studio';
import type { Publication } from '../queries';
import { usePublishing, type Asked } from './usePublish';

interface Props {
  studio: Studio<FormDocument>;
  plan: Publication;
  /** Whether the draft is what the newest version says. */
  unchanged: boolean;
  /** Whether the plan is that of the draft as it stands. */
  fresh: boolean;
  conversions: Asked[];
  onDone: () => void;
}

/** Stays at the bottom edge: what keeps the version back, or the one button that makes it. */
export function PublishBar({ studio, plan, unchanged, fresh, conversions, onDone }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [sure, setSure] = useState(false);
  const publishing = usePublishing(studio);
  const errors = plan.findings.filter((finding) => finding.severity === 'error').length;
  const gaining = new Set(
    (plan.sight ?? []).filter(({ effect }) => effect === 'gains').flatMap(({ members }) => members.map(({ id }) => id)),
  );
  const publish = () =>
    publishing.mutate(conversions, {
      onSuccess: ({ version }) => {
        void message.success(t('permissions.publish.done', { version }));
        setSure(false);
        onDone();
      },
      onError: (error) => {
        void message.error(problemText(error));
        setSure(false);
      },
    });
  const { tenant, app, key } = studio.place;
  if (unchanged)
    return (
      <div className="jm-publish-bar" role="group" aria-label={t('permissions.publish.bar')}>
        <span className="jm-grow" role="status">
          {t('permissions.publish.unchanged', { version: plan.version - 1 })}
        </span>
        <Link to={designPath({ tenant, app, form: key }, 'workflows')}>{t('permissions.publish.toWorkflows')}</Link>
        <Link to={path`/t/${tenant}/apps/${app}/forms/${key}`}>{t('permissions.publish.toRecords')}</Link>
      </div>
    );
  return (
    <div className="jm-publish-bar" role="group" aria-label={t('permissions.publish.bar')}>
      <span className="jm-grow" role="status">
        {errors > 0
          ? t('permissions.publish.blocked', { count: errors })
          : fresh
            ? t('permissions.publish.ready', { version: plan.version })
            : t('permissions.publish.checking')}
      </span>
      <Button
        type="primary"
        icon={<RocketOutlined aria-hidden />}
        disabled={errors > 0 || !fresh}
        onClick={() => setSure(true)}
      >
        {t('permissions.publish.go', { version: plan.version })}
      </Button>
      <Modal
        open={sure}
        title={t('permissions.publish.sure', { version: plan.version })}
        okText={t('permissions.publish.confirm')}
        cancelText={t('permissions.publish.notYet')}
        confirmLoading={publishing.isPending}
        onOk={publish}
        onCancel={() => setSure(false)}
      >
        <ul className="jm-publish-sure">
          <li>{t('permissions.publish.sureTable', { count: plan.table?.length ?? 0 })}</li>
          <li>{t('permissions.publish.sureSight', { count: gaining.size })}</li>
          <li>{t('permissions.publish.sureLog')}</li>
        </ul>
      </Modal>
    </div>
  );
}
