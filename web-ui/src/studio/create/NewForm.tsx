import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call, path } from '../../api';
import { useText } from '../../i18n';
import { newForm } from '../document';
import { designPath } from '../place';
import { CreateDialog } from './CreateDialog';

interface Props {
  tenant: string;
  app: string;
  /** Of the app, for those who hear the button alone. */
  appTitle: string;
  /** Whether it is the next thing to do in this app. */
  first?: boolean;
}

/** A button that makes a form in an app and opens its designer. */
export function NewForm({ tenant, app, appTitle, first = false }: Props) {
  const t = useText();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        {...(first ? { type: 'primary' } : { size: 'small', type: 'text' })}
        icon={<PlusOutlined aria-hidden />}
        aria-label={`${t('studio.create.form')}: ${appTitle}`}
        onClick={() => setOpen(true)}
      >
        {t('studio.create.form')}
      </Button>
      {open ? (
        <CreateDialog
          what="form"
          onClose={() => setOpen(false)}
          onCreate={async (key, title) => {
            const forms = path`/tenants/${tenant}/apps/${app}/forms`;
            await call(`${forms}/${key}/draft`, { method: 'PUT', body: newForm(key, title), absent: true });
            await cache.invalidateQueries({ queryKey: [forms] });
            await navigate(designPath({ tenant, app, form: key }));
          }}
        />
      ) : null}
    </>
  );
}
