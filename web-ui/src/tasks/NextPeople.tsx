import { Select } from 'antd';
import { useMembers } from '../api';
import { local, useText } from '../i18n';
import type { Task } from './task';

interface Props {
  tenant: string;
  task: Task;
  busy: boolean;
  chosen: string[];
  /** Nobody was chosen although the step behind needs somebody. */
  missing: boolean;
  onChoose: (members: string[]) => void;
}

/** Whether consent to the task needs a choice of who goes on. */
export const mustChoose = (task: Task) => task.chooses.some((step) => step.required);

/** Who is to act on the steps behind this one, where its handler chooses. */
export function NextPeople({ tenant, task, busy, chosen, missing, onChoose }: Props) {
  const t = useText();
  const members = useMembers(tenant);
  const people = (members.data?.items ?? [])
    .filter((member) => member.enabled !== false)
    .map((member) => ({ value: member.id, label: member.name }));
  const steps = task.chooses.map((step) => local(step.title, step.node)).join(' · ');
  return (
    <div className="jm-next-people">
      <label className="jm-label" htmlFor="next-people">
        {t('tasks.next.who', { steps })}{' '}
        <span className="jm-hint">{t(mustChoose(task) ? 'tasks.required' : 'tasks.next.otherwise')}</span>
      </label>
      <Select
        id="next-people"
        mode="multiple"
        showSearch
        optionFilterProp="label"
        style={{ width: '100%' }}
        disabled={busy}
        loading={members.isPending}
        {...(missing ? { status: 'error' as const } : {})}
        aria-describedby={missing ? 'next-missing' : undefined}
        placeholder={t('tasks.next.choose')}
        value={chosen}
        onChange={onChoose}
        options={people}
      />
      {missing ? (
        <p id="next-missing" className="jm-error" role="alert">
          {t('problem.code.task_choice-required')}
        </p>
      ) : null}
    </div>
  );
}
