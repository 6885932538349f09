import { path, useAllForms, useGet, type Page, type TaskItem } from '../api';
import { local } from '../i18n';

/** A workflow by the name people know it by: the form whose records it handles. */
export interface NamedWorkflow {
  /** `app/workflow`, as a delegation names it. */
  value: string;
  label: string;
}

/** The workflows of which somebody has, or had, tasks: those that he can mean when he hands over single ones. */
export function useMyWorkflows(tenant: string): NamedWorkflow[] {
  const todo = useGet<Page<TaskItem>>(path`/tenants/${tenant}/tasks` + '?box=todo&limit=200').data?.items ?? [];
  const done = useGet<Page<TaskItem>>(path`/tenants/${tenant}/tasks` + '?box=done&limit=200').data?.items ?? [];
  const titles = new Map(
    useAllForms(tenant).map((form) => [
      `${form.app}/${form.key}`,
      `${local(form.appTitle, form.app)} · ${local(form.title, form.key)}`,
    ]),
  );
  const found = new Map<string, string>();
  for (const { app, workflow, form } of [...todo, ...done])
    found.set(`${app}/${workflow}`, titles.get(`${app}/${form}`) ?? workflow);
  return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}
