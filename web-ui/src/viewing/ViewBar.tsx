import { EyeOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useText } from '../i18n';
import { useRoleTitle } from './people';
import { end, useSimulation } from './store';
import './viewing.css';

/** On every page while it looks as somebody else: as whom, what that means, and the way out. */
export function ViewBar() {
  const t = useText();
  const role = useRoleTitle();
  const cache = useQueryClient();
  const simulation = useSimulation();
  const until = simulation?.until;
  useEffect(() => {
    if (until === undefined) return;
    const leave = setTimeout(() => void end().then(() => cache.resetQueries()), Date.parse(until) - Date.now());
    return () => clearTimeout(leave);
  }, [until, cache]);
  if (!simulation) return null;
  const name = simulation.kind === 'role' ? role(simulation.key) : simulation.name;
  return (
    <div className="jm-view-bar" role="status">
      <EyeOutlined aria-hidden />
      <span className="jm-grow">
        <strong>{t('viewing.as', { name })}</strong> <span className="jm-view-bar-hint">{t('viewing.barHint')}</span>
      </span>
      <Button size="small" onClick={() => void end().then(() => cache.resetQueries())}>
        {t('viewing.leave')}
      </Button>
    </div>
  );
}
