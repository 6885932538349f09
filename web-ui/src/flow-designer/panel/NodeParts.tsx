import { useFlow } from '../context';
import type { FlowNode } from '../model/document';
import { changeNode } from '../model/edit';
import { shows } from '../model/views';
import { useWords } from '../useWords';
import { ActionsPart } from './ActionsPart';
import { AssigneesPart } from './AssigneesPart';
import { AutomationPart } from './AutomationPart';
import { DuePart } from './DuePart';
import { FieldMatrix } from './FieldMatrix';
import { Part } from './parts';
import { RevealPart } from './RevealPart';
import { SignPart } from './SignPart';
import { SubworkflowPart } from './SubworkflowPart';
import { ValuesEditor } from './ValuesEditor';
import { Within } from './Within';

export type ChangeNode = (change: { [K in keyof FlowNode]?: FlowNode[K] | undefined }) => void;

/** The properties of a node, by its type. */
export function NodeParts({ node }: { node: FlowNode }) {
  const { t } = useWords();
  const { change } = useFlow();
  const set: ChangeNode = (properties) =>
    change(
      t('flowDesign.did.settings'),
      (flow) => changeNode(flow, node.key, properties),
      `${node.key} ${Object.keys(properties).join(' ')}`,
    );
  const works = node.type === 'approval' || node.type === 'handling';
  return (
    <>
      {works || node.type === 'cc' ? <AssigneesPart node={node} set={set} /> : null}
      {works ? <SignPart node={node} set={set} /> : null}
      {works ? <ActionsPart node={node} set={set} /> : null}
      {shows(node) ? <FieldMatrix node={node} set={set} /> : null}
      {works ? <RevealPart node={node} set={set} /> : null}
      {works ? <DuePart node={node} set={set} /> : null}
      {node.type === 'automation' ? <AutomationPart node={node} set={set} /> : null}
      {node.type === 'subworkflow' ? <SubworkflowPart node={node} set={set} /> : null}
      {node.type === 'end' ? (
        <Part title={t('flowDesign.set.title')}>
          <p className="jm-hint">{t('flowDesign.set.hint')}</p>
          <Within at="/set">
            <ValuesEditor
              values={node.set ?? {}}
              onChange={(values) => set({ set: empty(values) ? undefined : values })}
            />
          </Within>
        </Part>
      ) : null}
      {node.type === 'condition' || node.type === 'parallel' || node.type === 'join' ? (
        <p className="jm-quiet jm-flow-part">{t(`flowDesign.about.${node.type}`)}</p>
      ) : null}
    </>
  );
}

const empty = (values: Record<string, string>) => Object.keys(values).length === 0;
