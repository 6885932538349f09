import { Select } from 'antd';
import { useActing } from '../api';
import { local, useText, type LocalText } from '../i18n';

/** A step whose people are chosen before it, and whether somebody has to be. */
export interface NextStep {
  node: string;
  title?: LocalText;
  required: boolean;
}

interface Props {
  tenant: string;
  steps: NextStep[];
  busy: boolean;
  chosen: string[];
  /** Nobody was chosen although the step behind needs somebody. */
  missing: boolean;
  onChoose: (members: string[]) => void;
}

/** Whether somebody has to be chosen for one of them. */
export const mustChoose = (steps: NextStep[]) => steps.some((step) => step.required);

/** Who is to act on the next steps, where whoever decides or submits chooses. */
export function NextPeople({ tenant, steps, busy, chosen, missing, onChoose }: Props) {
  const t = useText();
  const { members, isPending } = useActing(tenant);
  const people = members.map((member) => ({ value: member.id, label: member.name }));
  const titles = steps
    .map((step) => local(step.title, step.node))
    .filter((title) => title !== '')
    .join(' · ');
  return (
    <div className="jm-next-people">
      <label className="jm-label" htmlFor="next-people">
        {titles === '' ? t('workflow.next.whoever') : t('workflow.next.who', { steps: titles })}{' '}
        <span className="jm-hint">{t(mustChoose(steps) ? 'workflow.next.required' : 'workflow.next.otherwise')}</span>
      </label>
      <Select
        id="next-people"
        mode="multiple"
        showSearch
        optionFilterProp="label"
        style={{ width: '100%' }}
        disabled={busy}
        loading={isPending}
        {...(missing ? { status: 'error' as const } : {})}
        aria-describedby={missing ? 'next-missing' : undefined}
        placeholder={t('workflow.next.choose')}
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
