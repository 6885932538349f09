import { BarChartOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, problemText } from '../../api';
import { useText } from '../../i18n';
import { keyFrom } from '../../studio';
import { useTitle } from '../../ui';
import type { Dashboard } from '../model';
import { dashboardPage, dashboardPath, dashboardsPath } from '../useDashboard';
import './design.css';

/** Names a new dashboard; its designer opens at once. */
export function NewDashboardPage() {
  const t = useText();
  const id = useId();
  const { tenant = '', app = '' } = useParams();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<unknown>();
  useTitle(t('dashboard.new'));
  const create = async () => {
    const key = keyFrom(title, 'dashboard');
    const place = { tenant, app, dashboard: key };
    const body: Dashboard = { kind: 'dashboard', key, title: title.trim(), widgets: [] };
    try {
      await call(`${dashboardPath(place)}/draft`, { method: 'PUT', body, absent: true });
      await cache.invalidateQueries({ queryKey: [dashboardsPath(tenant, app)] });
      await navigate(`${dashboardPage(place)}/design`, { replace: true });
    } catch (refused) {
      setProblem(refused);
    }
  };
  return (
    <div className="jm-page">
      <form
        className="jm-card jm-new-dashboard"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) void create();
        }}
      >
        <h1 className="jm-title">
          <BarChartOutlined aria-hidden /> {t('dashboard.new')}
        </h1>
        <label htmlFor={id}>{t('dashboard.name')}</label>
        <Input
          id={id}
          autoFocus
          maxLength={100}
          value={title}
          placeholder={t('dashboard.nameExample')}
          onChange={({ target }) => setTitle(target.value)}
        />
        <p className="jm-hint">{t('dashboard.newHint')}</p>
        {problem ? <Alert type="error" role="alert" showIcon message={problemText(problem)} /> : null}
        <Button type="primary" htmlType="submit" disabled={!title.trim()}>
          {t('dashboard.create')}
        </Button>
      </form>
    </div>
  );
}
