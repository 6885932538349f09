import { Segmented } from 'antd';
import { useFlow } from '../context';
import type { Assignees, FlowNode, Rule } from '../model/document';
import { useWords } from '../useWords';
import { AssigneeTest } from './AssigneeTest';
import type { ChangeNode } from './NodeParts';
import { Part } from './parts';
import { RuleEditor } from './RuleEditor';
import { Within } from './Within';

/** Who acts, who acts when nobody is found, and a test of both. */
export function AssigneesPart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const title = t(node.type === 'cc' ? 'flowDesign.who.told' : 'flowDesign.who.title');
  return (
    <Part title={title}>
      <Within at="/assignees">
        <AssigneesEditor assignees={node.assignees ?? {}} onChange={(assignees) => set({ assignees })} />
      </Within>
      <AssigneeTest node={node} />
    </Part>
  );
}

interface Props {
  assignees: Assignees;
  onChange: (assignees: Assignees) => void;
}

/** A rule with its second choice. */
export function AssigneesEditor({ assignees, onChange }: Props) {
  const { t } = useWords();
  const { flow } = useFlow();
  const { otherwise, ...rule } = assignees;
  const second = typeof otherwise === 'object' ? 'rule' : (otherwise ?? 'admin');
  const withSecond = (next: Assignees['otherwise']): Assignees =>
    next === undefined ? { ...rule } : { ...rule, otherwise: next };
  return (
    <>
      <RuleEditor
        key={flow.form}
        rule={rule}
        onChange={(next: Rule) => onChange(otherwise === undefined ? next : { ...next, otherwise })}
      />
      <p className="jm-flow-sub">{t('flowDesign.who.otherwise')}</p>
      <Segmented
        block
        size="small"
        aria-label={t('flowDesign.who.otherwise')}
        value={second}
        onChange={(to) => onChange(withSecond(to === 'rule' ? { roles: [] } : (to as 'admin' | 'skip')))}
        options={(['admin', 'skip', 'rule'] as const).map((each) => ({
          value: each,
          label: t(`flowDesign.who.second.${each}`),
        }))}
      />
      {typeof otherwise === 'object' ? (
        <Within at="/otherwise">
          <RuleEditor rule={otherwise} onChange={(next) => onChange(withSecond(next))} />
        </Within>
      ) : null}
    </>
  );
}
