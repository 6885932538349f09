import { Button, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { useFlow } from '../context';
import { read, type Condition } from '../model/conditions';
import { changeEdge, otherwise, removeBranch, shiftBranch } from '../model/edit';
import { nodeOf, passesOf } from '../model/graph';
import { useWords } from '../useWords';
import { ConditionLines } from './ConditionLines';
import { ExpressionInput } from './ExpressionInput';
import { FindingsHere } from './FindingsButton';
import { Part, TextLine } from './parts';
import { Within } from './Within';

/** One way out of a node: its condition, its place among the others. */
export function WayPanel({ edge: index }: { edge: number }) {
  const { t, nodeTitle } = useWords();
  const { flow, edit, change, select, findings } = useFlow();
  const own = findings.filter((each) => each.edge === index);
  const edge = flow.edges[index];
  const from = edge && nodeOf(flow, edge.from);
  if (!edge || !from) return null;
  const routes = from.type === 'condition';
  const passes = passesOf(flow, edge.from);
  const at = passes.indexOf(index);
  return (
    <div className="jm-flow-panel-body">
      <header className="jm-flow-panel-head">
        <h2>{t(routes ? 'flowDesign.way.condition' : 'flowDesign.way.branch')}</h2>
        <p className="jm-hint">{t('flowDesign.way.of', { node: nodeTitle(from) })}</p>
        <TextLine
          label={t('flowDesign.title')}
          value={edge.title}
          onChange={(title) =>
            change(t('flowDesign.did.rename'), (now) => changeEdge(now, index, { title }), `title ${index}`)
          }
        />
      </header>
      <FindingsHere findings={own} />
      {routes ? (
        <Within findings={own}>
          <When index={index} />
        </Within>
      ) : null}
      {edge.on === 'reject' ? null : (
        <Part title={t('flowDesign.way.order')}>
          <div className="jm-row jm-wrap">
            <Button
              size="small"
              disabled={at <= 0}
              onClick={() => edit(t('flowDesign.did.move'), (now) => shiftBranch(now, index, -1))}
            >
              {t('flowDesign.way.before')}
            </Button>
            <Button
              size="small"
              disabled={at < 0 || at >= passes.length - 1}
              onClick={() => edit(t('flowDesign.did.move'), (now) => shiftBranch(now, index, 1))}
            >
              {t('flowDesign.way.after')}
            </Button>
            <Button
              size="small"
              danger
              onClick={() => {
                select(edge.from);
                edit(t('flowDesign.did.removeBranch'), (now) => removeBranch(now, index));
              }}
            >
              {t('flowDesign.way.remove')}
            </Button>
          </div>
          {routes ? <p className="jm-hint">{t('flowDesign.way.orderHint')}</p> : null}
        </Part>
      )}
    </div>
  );
}

/** When this way is taken: on lines of comparisons, by a formula, or in all other cases. */
function When({ index }: { index: number }) {
  const { t, condition } = useWords();
  const { flow, change, edit } = useFlow();
  const edge = flow.edges[index];
  const known: Condition | undefined = read(edge?.when ?? '');
  const [formula, setFormula] = useState(known === undefined);
  if (!edge) return null;
  const set = (when: string) =>
    change(t('flowDesign.did.condition'), (now) => changeEdge(now, index, { when }), `when ${index}`);
  return (
    <Part title={t('flowDesign.way.when')}>
      <Radio.Group
        aria-label={t('flowDesign.way.when')}
        value={edge.otherwise ? 'otherwise' : 'when'}
        onChange={(event) =>
          event.target.value === 'otherwise'
            ? edit(t('flowDesign.did.condition'), (now) => ({ ...otherwise(now, index), selected: undefined }))
            : change(t('flowDesign.did.condition'), (now) => changeEdge(now, index, { otherwise: undefined, when: '' }))
        }
        options={[
          { value: 'when', label: t('flowDesign.way.whenTrue') },
          { value: 'otherwise', label: t('flowDesign.way.otherwise') },
        ]}
      />
      {edge.otherwise ? null : (
        <>
          <Segmented
            size="small"
            aria-label={t('flowDesign.way.how')}
            value={formula ? 'formula' : 'lines'}
            onChange={(how) => setFormula(how === 'formula')}
            options={[
              { value: 'lines', label: t('flowDesign.way.lines'), disabled: known === undefined },
              { value: 'formula', label: t('flowDesign.way.formula') },
            ]}
          />
          {formula || known === undefined ? (
            <ExpressionInput
              label={t('flowDesign.way.formula')}
              name="when"
              hint={t('flowDesign.way.formulaHint')}
              wants="boolean"
              value={edge.when ?? ''}
              onChange={set}
            />
          ) : (
            <ConditionLines expression={edge.when ?? ''} condition={known} onChange={set} />
          )}
          <p className="jm-flow-sentence" role="status">
            {condition(edge.when)}
          </p>
        </>
      )}
    </Part>
  );
}
