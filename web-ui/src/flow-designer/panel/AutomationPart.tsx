import { DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { AutomationStep, FlowNode, StepKind } from '../model/document';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Part } from './parts';
import { StepEditor } from './StepEditor';
import { Within } from './Within';

const STARTED: Record<StepKind, AutomationStep> = {
  notify: { notify: { assignees: { initiator: true }, text: '' } },
  update: { update: { values: {} } },
  create: { create: { form: '' } },
  link: { link: { field: '' } },
  webhook: { webhook: { url: 'https://' } },
  wait: { wait: { for: 'P1D' } },
};
const KINDS = Object.keys(STARTED) as StepKind[];

/** What the system does at this node, one after the other. */
export function AutomationPart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const steps = node.steps ?? [];
  const put = (next: AutomationStep[]) => set({ steps: next });
  const swap = (at: number, by: 1 | -1) => {
    const [one, other] = [steps[at], steps[at + by]];
    if (one && other) put(steps.with(at, other).with(at + by, one));
  };
  return (
    <Part title={t('flowDesign.steps')}>
      <ol className="jm-flow-steps">
        {steps.map((step, at) => {
          const kind = KINDS.find((each) => step[each] !== undefined) ?? 'wait';
          const name = `${at + 1}. ${t(`flowDesign.step.${kind}`)}`;
          return (
            <li key={at} aria-label={name}>
              <div className="jm-row">
                <strong className="jm-grow">{name}</strong>
                <Button
                  type="text"
                  size="small"
                  icon={<UpOutlined aria-hidden />}
                  aria-label={t('flowDesign.stepUp', { step: name })}
                  disabled={at === 0}
                  onClick={() => swap(at, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DownOutlined aria-hidden />}
                  aria-label={t('flowDesign.stepDown', { step: name })}
                  disabled={at === steps.length - 1}
                  onClick={() => swap(at, 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('flowDesign.stepDrop', { step: name })}
                  disabled={steps.length === 1}
                  onClick={() => put(steps.toSpliced(at, 1))}
                />
              </div>
              <Within at={`/steps/${at}`}>
                <StepEditor step={step} onChange={(next) => put(steps.with(at, next))} />
              </Within>
            </li>
          );
        })}
      </ol>
      <Dropdown
        trigger={['click']}
        menu={{
          items: KINDS.map((kind) => ({ key: kind, label: t(`flowDesign.step.${kind}`) })),
          onClick: ({ key }) => put([...steps, STARTED[key as StepKind]]),
        }}
      >
        <Button size="small" icon={<PlusOutlined aria-hidden />}>
          {t('flowDesign.addStep')}
        </Button>
      </Dropdown>
    </Part>
  );
}
