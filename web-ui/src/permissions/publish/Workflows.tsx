import { RocketOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { call, path, problemText, type Finding, type WorkflowSummary } from '../../api';
import { local, useText } from '../../i18n';
import { definitionPath, designPath, FindingList, useWorkflowsOf, type StudioPlace } from '../../studio';
import { RowsSkeleton } from '../../ui';

/** The workflows of the form: their drafts are published here too. */
export function Workflows({ place }: { place: StudioPlace }) {
  const t = useText();
  const workflows = useWorkflowsOf(place.tenant, place.app, place.key);
  if (!workflows || workflows.length === 0) return null;
  return (
    <section className="jm-card jm-publish-workflows" aria-label={t('permissions.workflows.title')}>
      <h2>{t('permissions.workflows.title')}</h2>
      {workflows.map((workflow) => (
        <Flow key={workflow.key} place={place} workflow={workflow} />
      ))}
    </section>
  );
}

function Flow({ place, workflow }: { place: StudioPlace; workflow: WorkflowSummary }) {
  const t = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const address = definitionPath({ ...place, kind: 'workflows', key: workflow.key });
  const checked = useQuery<{ findings: Finding[] }>({
    queryKey: [address, 'publish-findings'],
    queryFn: () => call(`${address}/publish?dryRun=true`, { method: 'POST', body: {} }),
    staleTime: 0,
    retry: false,
  });
  const draft = useQuery<unknown>({
    queryKey: [`${address}/draft`],
    queryFn: () => call(`${address}/draft`),
    retry: false,
  });
  const publish = useMutation({
    mutationFn: () => call<{ version?: number }>(`${address}/publish`, { method: 'POST', body: {} }),
    onSuccess: ({ version }) => void message.success(t('permissions.publish.done', { version: version ?? 1 })),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(address) }),
  });
  const findings = checked.data?.findings;
  const blocked = findings?.some((finding) => finding.severity === 'error') ?? true;
  const title = local(workflow.title, workflow.key);
  return (
    <div className="jm-publish-flow">
      <div className="jm-row jm-wrap">
        <h3 className="jm-grow">{title}</h3>
        <Button
          icon={<RocketOutlined aria-hidden />}
          disabled={blocked}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
          aria-label={`${t('permissions.workflows.go')}: ${title}`}
        >
          {t('permissions.workflows.go')}
        </Button>
      </div>
      {checked.isError ? (
        <p role="alert">{problemText(checked.error)}</p>
      ) : findings ? (
        <FindingList
          document={draft.data}
          findings={findings}
          onOpen={() =>
            void navigate(
              designPath({ tenant: place.tenant, app: place.app, form: place.key }, path`workflows/${workflow.key}`),
            )
          }
        />
      ) : (
        <RowsSkeleton label={t('app.loading')} rows={2} />
      )}
    </div>
  );
}
