import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { CheckCircleOutlined, FileUnknownOutlined } from '@ant-design/icons';
import { Problem, problemText } from '../api';
import { local, switchLocale, useLocale, useText } from '../i18n';
import { Empty, Failure, PageSkeleton, useTitle } from '../ui';
import { PublicForm } from './PublicForm';
import { useOpened, visitorClient, type Link, type Opened } from './useVisit';
import './visitor.css';

/** A form that anybody fills in who has its link: outside the frame, without signing in. */
export function PublicFormPage() {
  const { tenant = '', token = '' } = useParams();
  const link = useMemo(() => ({ tenant, token }), [tenant, token]);
  const { data, error, refetch } = useOpened(link);
  const t = useText();
  if (data) return <Visit link={link} opened={data} onChanged={() => void refetch()} />;
  if (!error)
    return (
      <Sheet>
        <PageSkeleton label={t('app.loading')} />
      </Sheet>
    );
  if (error instanceof Problem && error.status === 404)
    return (
      <Sheet>
        <Empty icon={<FileUnknownOutlined />} title={t('visit.closed')} hint={t('visit.closedHint')} />
      </Sheet>
    );
  return (
    <Sheet>
      <Failure
        title={t('visit.failed')}
        hint={problemText(error)}
        retry={{ label: t('app.retry'), act: () => void refetch() }}
      />
    </Sheet>
  );
}

function Visit({ link, opened, onChanged }: { link: Link; opened: Opened; onChanged: () => void }) {
  const t = useText();
  useLocale();
  const { shape } = opened;
  useTitle(local(shape.title));
  const [sent, setSent] = useState(false);
  const client = useMemo(() => visitorClient(link.tenant, shape), [link.tenant, shape]);
  if (sent)
    return (
      <Sheet>
        <div role="status">
          <Empty
            icon={<CheckCircleOutlined />}
            title={local(shape.thanks) || t('visit.thanks')}
            hint={t('visit.thanksHint')}
          />
        </div>
      </Sheet>
    );
  return (
    <Sheet>
      <h1 className="jm-title">{local(shape.title)}</h1>
      {local(shape.description) ? <p className="jm-quiet jm-visit-text">{local(shape.description)}</p> : null}
      <QueryClientProvider client={client}>
        <PublicForm link={link} opened={opened} onSent={() => setSent(true)} onChanged={onChanged} />
      </QueryClientProvider>
    </Sheet>
  );
}

/** One column on a quiet ground, and the other language. */
function Sheet({ children }: { children: ReactNode }) {
  const t = useText();
  const locale = useLocale();
  const other = locale === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <div className="jm-visit">
      <main className="jm-card jm-visit-sheet">{children}</main>
      <footer className="jm-visit-foot jm-hint">
        <span>{t('visit.foot')}</span>
        <button type="button" className="jm-plain jm-hint" lang={other} onClick={() => switchLocale(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
      </footer>
    </div>
  );
}
