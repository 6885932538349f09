import { AppstoreAddOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call, path } from '../../api';
import { useText } from '../../i18n';
import { CreateDialog } from './CreateDialog';

/** A button that makes an app. */
export function NewApp({ tenant, primary = false }: { tenant: string; primary?: boolean }) {
  const t = useText();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const apps = path`/tenants/${tenant}/apps`;
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<AppstoreAddOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('studio.create.app')}
      </Button>
      {open ? (
        <CreateDialog
          what="app"
          onClose={() => setOpen(false)}
          onCreate={async (key, title) => {
            await call(apps, { method: 'POST', body: { key, title } });
            await cache.invalidateQueries({ queryKey: [apps] });
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
