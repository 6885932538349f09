import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, path, Problem, problemText, type InstalledTemplate, type TenantTemplate } from '../api';
import { joined, local, useText } from '../i18n';

/** Installs a template; where the tenant has something else under its keys, says which and that nothing was changed. */
export function useInstall(tenant: string) {
  const t = useText();
  const cache = useQueryClient();
  const { message, modal } = App.useApp();
  return useMutation({
    mutationFn: (template: TenantTemplate) =>
      call<InstalledTemplate>(path`/tenants/${tenant}/templates/${template.id}/install`, { method: 'POST', body: {} }),
    onSuccess: (_, template) => void message.success(t('templates.done', { title: local(template.title) })),
    onError: (error, template) =>
      void modal.error({
        title: t('templates.notInstalled', { title: local(template.title) }),
        content: error instanceof Problem ? why(error) : problemText(error),
      }),
    onSettled: () =>
      cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path`/tenants/${tenant}/`),
      }),
  });

  function why(problem: Problem) {
    if (problem.code !== 'template.keys-taken') return problemText(problem);
    return t('templates.taken', { keys: joined(problem.errors.map(({ params }) => String(params?.key ?? ''))) });
  }
}
