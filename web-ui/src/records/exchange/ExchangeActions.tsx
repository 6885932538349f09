import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { FormPlace, RecordQuery } from '../../api';
import { useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  query: RecordQuery;
  phone: boolean;
}

/** Import and export of a list, where they are this reader's. */
export function ExchangeActions({ place, form, query, phone }: Props) {
  const t = useText();
  const [open, setOpen] = useState<'import' | 'export' | null>(null);
  const button = (what: 'import' | 'export', icon: React.ReactNode) =>
    may(form, what) ? (
      <Button icon={icon} aria-label={t(`exchange.${what}`)} onClick={() => setOpen(what)}>
        {phone ? null : t(`exchange.${what}`)}
      </Button>
    ) : null;
  return (
    <>
      {button('import', <UploadOutlined aria-hidden />)}
      {button('export', <DownloadOutlined aria-hidden />)}
      {open === 'import' ? <ImportDialog place={place} form={form} onClose={() => setOpen(null)} /> : null}
      {open === 'export' ? (
        <ExportDialog place={place} form={form} query={query} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
