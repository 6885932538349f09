import { Tabs } from 'antd';
import { useState } from 'react';
import {
  problemText,
  recordPath,
  useGet,
  type FormPlace,
  type FormRecord,
  type HistoryEntry,
  type Page,
  type WorkflowView,
} from '../../api';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { RowsSkeleton } from '../../ui';
import { Comments, UnsentGuard } from '../comments/Comments';
import { NOTHING } from '../../talk';
import { FlowTab } from '../flow/FlowTab';
import { AccessTab } from './AccessTab';
import { History } from './History';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  record: FormRecord;
}

/** What happened to this record, what is said about it, where its approval stands, and who looked. */
export function SideTabs({ place, form, record }: Props) {
  const t = useText();
  const [draft, setDraft] = useState(NOTHING);
  return (
    <>
      <UnsentGuard draft={draft} />
      <Tabs
        className="jm-side"
        destroyOnHidden
        tabBarGutter={20}
        items={[
          {
            key: 'history',
            label: t('records.tabs.history'),
            children: <HistoryTab place={place} form={form} record={record} />,
          },
          {
            key: 'comments',
            label: t('comments.tab'),
            children: <Comments place={place} record={record} draft={draft} onDraft={setDraft} />,
          },
          {
            key: 'workflow',
            label: t('records.tabs.workflow'),
            children: <WorkflowTab place={place} record={record} />,
          },
          {
            key: 'access',
            label: t('records.tabs.access'),
            children: <AccessTab place={place} form={form} record={record} />,
          },
        ]}
      />
    </>
  );
}

function HistoryTab({ place, form, record }: Props) {
  const t = useText();
  const history = useGet<Page<HistoryEntry>>(`${recordPath(place, record.id)}/history?limit=50`, { staleTime: 0 });
  const flow = useWorkflow(place, record);
  if (history.isPending || flow.isLoading) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (history.error) return <p className="jm-quiet">{problemText(history.error)}</p>;
  return <History place={place} form={form} entries={history.data.items} decisions={flow.data?.entries ?? []} />;
}

function WorkflowTab({ place, record }: Omit<Props, 'form'>) {
  const t = useText();
  const view = useWorkflow(place, record);
  if (!record.workflow) return <p className="jm-quiet">{t('records.noWorkflow')}</p>;
  if (view.isPending) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (view.error) return <p className="jm-quiet">{problemText(view.error)}</p>;
  return <FlowTab place={place} record={record.id} view={view.data} />;
}

function useWorkflow(place: FormPlace, record: FormRecord) {
  return useGet<WorkflowView>(record.workflow ? `${recordPath(place, record.id)}/workflow` : null, { staleTime: 0 });
}
