import { CheckCircleOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { TenantTemplate } from '../api';
import { joined, local, useText } from '../i18n';
import { useInstall } from './useInstall';

/** What is protected, from the least to the most. */
const LEVELS = ['personal', 'sensitive', 'secret'];

interface Props {
  tenant: string;
  template: TenantTemplate;
  onContents: () => void;
}

/** One template: its parts in words, its privacy label, what the tenant lacks for it, and one button. */
export function TemplateCard({ tenant, template, onContents }: Props) {
  const t = useText();
  const install = useInstall(tenant);
  const title = local(template.title);
  const titles = (parts: { title: TenantTemplate['title'] }[]) => joined(parts.map((part) => local(part.title)));
  return (
    <li className="jm-card jm-template">
      <h2>{title}</h2>
      <p>{local(template.description)}</p>
      <dl>
        <dt>{t('templates.forms')}</dt>
        <dd>{titles(template.forms)}</dd>
        {template.workflows.length > 0 ? (
          <>
            <dt>{t('templates.workflows')}</dt>
            <dd>{titles(template.workflows)}</dd>
          </>
        ) : null}
        {template.dashboards.length > 0 ? (
          <>
            <dt>{t('templates.dashboards')}</dt>
            <dd>{titles(template.dashboards)}</dd>
          </>
        ) : null}
        <dt>
          <LockOutlined aria-hidden /> {t('templates.privacy')}
        </dt>
        <dd>
          {joined(
            LEVELS.filter((level) => template.levels[level]).map((level) =>
              t('templates.level', { level: t(`field.tagName.${level}`), count: template.levels[level] ?? 0 }),
            ),
          ) || t('templates.open')}
        </dd>
      </dl>
      {template.missingRoles.length > 0 && !template.installed ? (
        <p className="jm-template-missing">{t('templates.missing', { roles: joined(template.missingRoles) })}</p>
      ) : null}
      <div className="jm-row jm-wrap">
        {template.installed ? (
          <span className="jm-template-done">
            <CheckCircleOutlined aria-hidden /> {t('templates.installed', { version: template.installed })}
          </span>
        ) : (
          <Button
            type="primary"
            loading={install.isPending}
            aria-label={`${t('templates.install')}: ${title}`}
            onClick={() => install.mutate(template)}
          >
            {t(install.isPending ? 'templates.installing' : 'templates.install')}
          </Button>
        )}
        <Button type="text" aria-label={`${t('templates.contents')}: ${title}`} onClick={onContents}>
          {t('templates.contents')}
        </Button>
        <span className="jm-grow" />
        {template.installed ? <Link to="/">{t('templates.open_app')}</Link> : null}
      </div>
    </li>
  );
}
