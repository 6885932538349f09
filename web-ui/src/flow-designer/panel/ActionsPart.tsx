import { Checkbox } from 'antd';
import { useFlow } from '../context';
import type { Action, FlowNode, ReturnRule } from '../model/document';
import { put } from '../model/document';
import { rejectTo } from '../model/edit';
import { rejectOf } from '../model/graph';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Choice, Many, Part } from './parts';

const DECIDING: Action[] = ['approve', 'reject', 'return', 'transfer', 'addSigner', 'removeSigner', 'save'];
const FILLING: Action[] = ['approve', 'transfer', 'save'];

/** What the people of a step may do, whether they must say why, and where a return and a rejection lead. */
export function ActionsPart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const decides = node.type === 'approval';
  const offered = decides ? DECIDING : FILLING;
  const usual: Action[] = decides ? ['approve', 'reject'] : ['approve', 'save'];
  const actions = node.actions ?? usual;
  return (
    <Part title={t('flowDesign.actions.title')}>
      <div className="jm-flow-checks" role="group" aria-label={t('flowDesign.actions.title')}>
        {offered.map((action) => (
          <Checkbox
            key={action}
            checked={actions.includes(action)}
            disabled={action === 'approve'}
            onChange={(event) =>
              set({
                actions: offered.filter((each) => (each === action ? event.target.checked : actions.includes(each))),
              })
            }
          >
            {t(action === 'approve' && !decides ? 'flowDesign.actions.handIn' : `flowDesign.actions.${action}`)}
          </Checkbox>
        ))}
      </div>
      <Choice
        label={t('flowDesign.comment.title')}
        value={node.comment ?? 'optional'}
        onChange={(comment) => set({ comment: comment === 'optional' ? undefined : comment })}
        options={(decides ? (['optional', 'required', 'onReject'] as const) : (['optional', 'required'] as const)).map(
          (each) => ({ value: each, label: t(`flowDesign.comment.${each}`) }),
        )}
      />
      {actions.includes('return') ? <Returns node={node} set={set} /> : null}
      {actions.includes('reject') && decides ? <Rejection node={node} /> : null}
    </Part>
  );
}

function Returns({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t, nodeTitle } = useWords();
  const { flow } = useFlow();
  const rule = node.return ?? {};
  const to = rule.to === undefined ? [] : [rule.to].flat();
  const change = (properties: { [K in keyof ReturnRule]?: ReturnRule[K] | undefined }) => {
    const next = put(rule, properties);
    set({ return: Object.keys(next).length > 0 ? next : undefined });
  };
  const others = flow.nodes.filter((each) => ['approval', 'handling'].includes(each.type) && each.key !== node.key);
  return (
    <>
      <Many
        label={t('flowDesign.return.to')}
        placeholder={t('flowDesign.return.anywhere')}
        value={to}
        onChange={(chosen) => change({ to: chosen.length > 0 ? chosen : undefined })}
        options={[
          { value: 'previous', label: t('flowDesign.return.previous') },
          { value: 'start', label: t('flowDesign.return.start') },
          ...others.map((each) => ({ value: each.key, label: nodeTitle(each) })),
        ]}
      />
      <Choice
        label={t('flowDesign.return.then')}
        value={rule.then ?? 'again'}
        onChange={(then) => change({ then: then === 'again' ? undefined : then })}
        options={(['again', 'straightBack'] as const).map((each) => ({
          value: each,
          label: t(`flowDesign.return.${each}`),
        }))}
      />
    </>
  );
}

/** A rejection ends the instance, or leads on to another step. */
function Rejection({ node }: { node: FlowNode }) {
  const { t, nodeTitle } = useWords();
  const { flow, change } = useFlow();
  const index = rejectOf(flow, node.key);
  const to = index === undefined ? '' : (flow.edges[index]?.to ?? '');
  const others = flow.nodes.filter((each) => each.type !== 'start' && each.type !== 'join' && each.key !== node.key);
  return (
    <Choice
      label={t('flowDesign.reject.to')}
      value={to}
      onChange={(next) =>
        change(t('flowDesign.did.reject'), (now) => rejectTo(now, node.key, next === '' ? undefined : next))
      }
      options={[
        { value: '', label: t('flowDesign.reject.ends') },
        ...others.map((each) => ({ value: each.key, label: nodeTitle(each) })),
      ]}
    />
  );
}
