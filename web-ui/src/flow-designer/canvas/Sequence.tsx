import { useFlow } from '../context';
import type { Item, Lane } from '../model/outline';
import { useWords } from '../useWords';
import { Block } from './Block';
import { Card } from './Card';
import { Plus } from './Plus';
import { useRun } from './run';

/** Cards below each other with a place to add between them. */
export function Sequence({ items }: { items: readonly Item[] }) {
  const { nodeTitle } = useWords();
  return (
    <ol className="jm-flow-sequence">
      {items.map((item, index) => {
        const key = item.kind === 'jump' ? `jump ${index}` : item.node.key;
        const last = index === items.length - 1;
        return (
          <li key={key}>
            {item.kind === 'jump' ? <Jump to={item.to.key} title={nodeTitle(item.to)} /> : <Drawn item={item} />}
            {item.kind === 'jump' || (last && item.after.length === 0) ? null : (
              <Plus place={item.after} after={nodeTitle(item.node)} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Drawn({ item }: { item: Exclude<Item, { kind: 'jump' }> }) {
  const run = useRun();
  if (item.kind === 'block') return <Block item={item} />;
  const card = <Card node={item.node} state={run?.[item.node.key]} />;
  if (!item.reject) return card;
  return (
    <div className="jm-flow-beside">
      {card}
      <Rejection lane={item.reject} />
    </div>
  );
}

/** What happens on a rejection, beside the step that rejects. */
function Rejection({ lane }: { lane: Lane }) {
  const { t } = useWords();
  return (
    <div className="jm-flow-reject">
      <p className="jm-flow-reject-word">{t('flowDesign.onReject')}</p>
      <Plus place={[lane.edge]} after={t('flowDesign.onReject')} />
      <Sequence items={lane.items} />
    </div>
  );
}

/** A way that leads to a card that is drawn elsewhere. */
function Jump({ to, title }: { to: string; title: string }) {
  const { t } = useWords();
  const { select } = useFlow();
  return (
    <button type="button" className="jm-plain jm-flow-jump" onClick={() => select(to)}>
      {t('flowDesign.goesTo', { node: title })}
    </button>
  );
}
