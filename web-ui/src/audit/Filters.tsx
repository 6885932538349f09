import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useAllForms, useFormByKey, useMembers } from '../api';
import { local, useText } from '../i18n';
import { ACTION_GROUPS, actionKey, targetKind } from './entry';

interface Props {
  tenant: string;
  params: URLSearchParams;
  put: (name: string, value: string | null | undefined) => void;
}

/** Who, what, about what, when. */
export function Filters({ tenant, params, put }: Props) {
  const t = useText();
  const members = useMembers(tenant);
  const targets = useTargets(tenant, params.get('target'));
  const day = (name: 'from' | 'to') => {
    const value = params.get(name);
    return value ? dayjs(value) : null;
  };
  return (
    <div className="jm-audit-filters" role="group" aria-label={t('filter.button')}>
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t('audit.actor')}
        placeholder={t('audit.anyActor')}
        value={params.get('actor')}
        onChange={(value) => put('actor', value)}
        options={(members.data?.items ?? []).map((member) => ({ value: member.id, label: member.name }))}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        value={params.get('action')}
        onChange={(value) => put('action', value)}
        options={Object.entries(ACTION_GROUPS).map(([group, actions]) => ({
          label: t(`audit.actions.${group}`),
          options: actions.map((action) => ({ value: action, label: t(actionKey(action)) })),
        }))}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t('audit.about')}
        placeholder={t('audit.anyTarget')}
        value={params.get('target')}
        onChange={(value) => put('target', value)}
        options={targets}
      />
      <DatePicker
        aria-label={t('filter.from')}
        placeholder={t('audit.fromDay')}
        value={day('from')}
        onChange={(value) => put('from', value?.format('YYYY-MM-DD'))}
      />
      <DatePicker
        aria-label={t('filter.to')}
        placeholder={t('audit.toDay')}
        value={day('to')}
        onChange={(value) => put('to', value?.format('YYYY-MM-DD'))}
      />
    </div>
  );
}

/** Every form, and what was come here for, in words. */
function useTargets(tenant: string, current: string | null): { value: string; label: string }[] {
  const t = useText();
  const forms = useAllForms(tenant);
  const own = current ? targetKind(current) : undefined;
  const form = useFormByKey(tenant, own?.form);
  const options = forms.map(({ key, title }) => ({
    value: `record/${key}/*`,
    label: t('audit.targets.form', { form: local(title, key) }),
  }));
  if (!current || options.some(({ value }) => value === current)) return options;
  const words = t(`audit.targets.${own?.kind ?? 'other'}`, { form: form ? local(form.title) : t('audit.someForm') });
  return [{ value: current, label: words }, ...options];
}
