import { useQueries, useQuery } from '@tanstack/react-query';
import { call, path, useGet, type Finding, type Page, type WorkflowSummary } from '../api';
import { definitionPath, type StudioPlace } from './place';
import type { Studio } from './useStudio';

/** What publishing would say now. */
export interface Checked {
  /** Undefined until the first answer. */
  findings: Finding[] | undefined;
  /** Whether they are of the document as it stands. */
  fresh: boolean;
}

const none: Finding[] = [];

/** Findings of a draft, asked for quietly after each save; until the next answer those of before stand. */
export function useFindings<T>(studio: Studio<T> | undefined): Checked {
  const answer = useQuery({
    ...dryRun(studio?.place, studio?.revision ?? 0),
    enabled: studio?.saving === 'saved',
    placeholderData: (before) => before,
  });
  return {
    findings: answer.data?.findings ?? (answer.isError ? none : undefined),
    fresh: studio?.saving === 'saved' && !answer.isPlaceholderData && !answer.isFetching,
  };
}

/**
 * The form as publishing would make it, with the rules and formulas that its pages run: null where something blocks, undefined until known.
 * Until the next answer that of before stands.
 */
export function useCompiled<T>(studio: Studio<T>): unknown {
  const answer = useQuery({
    ...dryRun(studio.place, studio.revision, 'compiled'),
    enabled: studio.saving === 'saved',
    placeholderData: (before) => before,
  });
  return answer.data ? (answer.data.form ?? null) : answer.isError ? null : undefined;
}

function dryRun(place: StudioPlace | undefined, revision: number, asked: 'findings' | 'compiled' = 'findings') {
  const more = asked === 'compiled' ? '&compiled=true' : '';
  return {
    queryKey: [place ? definitionPath(place) : '', asked, revision],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call<{ findings: Finding[]; form?: unknown }>(
        `${definitionPath(place as StudioPlace)}/publish?dryRun=true&values=false${more}`,
        { method: 'POST', body: {}, signal },
      ),
    staleTime: 60_000,
    retry: false as const,
  };
}

/** The workflows of a form. */
export function useWorkflowsOf(tenant: string, app: string, form: string): WorkflowSummary[] | undefined {
  const all = useGet<Page<WorkflowSummary>>(path`/tenants/${tenant}/apps/${app}/workflows`);
  return all.data?.items.filter((workflow) => workflow.form === form);
}

/** How many findings the workflows of a form have together; undefined until all are known. */
export function useWorkflowFindings(tenant: string, app: string, workflows: WorkflowSummary[]): Finding[] | undefined {
  const answers = useQueries({
    queries: workflows.map(({ key }) => dryRun({ tenant, app, kind: 'workflows', key }, 0)),
  });
  if (answers.some((answer) => answer.isPending)) return undefined;
  return answers.flatMap((answer) => answer.data?.findings ?? []);
}

/** On which page of the studio a finding of a form is solved. */
export function pageOf(finding: Finding): 'form' | 'permissions' {
  return finding.pointer?.startsWith('/permissionGroups') ? 'permissions' : 'form';
}
