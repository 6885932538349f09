import { Switch } from 'antd';
import type { Due, FlowNode } from '../model/document';
import { put } from '../model/document';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Choice, Part, SpanInput } from './parts';
import { RuleEditor } from './RuleEditor';
import { Within } from './Within';

type Then = 'notify' | 'reassign' | 'approve' | 'reject';

/** A term, reminders, and what happens when nobody has decided by then. */
export function DuePart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const due = node.due;
  const change = (properties: { [K in keyof Due]?: Due[K] | undefined }) =>
    set({ due: put(due ?? { after: 'P1D' }, properties) });
  const then: Then = typeof due?.then === 'object' ? 'reassign' : (due?.then ?? 'notify');
  const offered: Then[] =
    node.type === 'approval' ? ['notify', 'reassign', 'approve', 'reject'] : ['notify', 'reassign'];
  return (
    <Part title={t('flowDesign.due.title')}>
      <SwitchLine
        label={t('flowDesign.due.on')}
        checked={due !== undefined}
        onChange={(on) => set({ due: on ? { after: 'P1D' } : undefined })}
      />
      {due ? (
        <>
          <SpanInput label={t('flowDesign.due.after')} value={due.after} onChange={(after) => change({ after })} />
          <SwitchLine
            label={t('flowDesign.due.remind')}
            checked={due.remindEvery !== undefined}
            onChange={(on) => change({ remindEvery: on ? 'PT4H' : undefined })}
          />
          {due.remindEvery === undefined ? null : (
            <SpanInput
              label={t('flowDesign.due.every')}
              value={due.remindEvery}
              onChange={(remindEvery) => change({ remindEvery })}
            />
          )}
          <Choice<Then>
            label={t('flowDesign.due.then')}
            value={then}
            onChange={(next) =>
              change({ then: next === 'notify' ? undefined : next === 'reassign' ? { reassign: { roles: [] } } : next })
            }
            options={offered.map((each) => ({ value: each, label: t(`flowDesign.due.thenOf.${each}`) }))}
          />
          {typeof due.then === 'object' ? (
            <Within at="/due/then/reassign">
              <RuleEditor rule={due.then.reassign} onChange={(reassign) => change({ then: { reassign } })} />
            </Within>
          ) : null}
        </>
      ) : null}
    </Part>
  );
}

export function SwitchLine({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <div className="jm-row">
      <Switch size="small" checked={checked} onChange={onChange} aria-label={label} />
      <span aria-hidden>{label}</span>
    </div>
  );
}
