import { useRef, type KeyboardEvent } from 'react';
import { useFlow } from '../context';
import { insert, mayRemove, remove, removeBranch, shift } from '../model/edit';
import { passesOf } from '../model/graph';
import { find, walk, type Place } from '../model/outline';
import { edgeOf } from '../context';
import { useWords } from '../useWords';
import { Card } from './Card';
import { Sequence } from './Sequence';

/**
 * The vertical flow. Arrows walk the cards, Enter goes to the panel, A adds after, Delete takes away, Alt with an arrow moves, Ctrl C, X
 * and V copy, cut and paste.
 */
export function FlowCanvas({ onOpenPanel }: { onOpenPanel: () => void }) {
  const { t, nodeTitle } = useWords();
  const { outline, still } = useFlow();
  const root = useRef<HTMLDivElement>(null);
  const onKey = useKeys(root, onOpenPanel);
  return (
    <div
      ref={root}
      className="jm-flow-canvas"
      role="region"
      aria-label={t('flowDesign.canvas')}
      aria-describedby="flow-keys"
      onKeyDown={still ? undefined : onKey}
    >
      <p id="flow-keys" className="jm-sr">
        {t('flowDesign.keys')}
      </p>
      <Sequence items={outline.items} />
      {outline.loose.length > 0 ? (
        <section className="jm-flow-loose">
          <h3>{t('flowDesign.loose')}</h3>
          <ul>
            {outline.loose.map((node) => (
              <li key={node.key} aria-label={nodeTitle(node)}>
                <Card node={node} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

type Root = React.RefObject<HTMLDivElement | null>;

/** What the keys do to the card that has the focus, whether or not it is selected. */
function useKeys(root: Root, onOpenPanel: () => void) {
  const { flow, select, edit, copy, clipboard, outline } = useFlow();
  const { t } = useWords();
  const focus = (name: string | undefined) => {
    if (name === undefined) return;
    select(name);
    root.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(name)}"]`)?.focus();
  };
  const step = (here: string, by: 1 | -1) => {
    const names = [...(root.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [])].map(
      (card) => card.dataset['node'] ?? '',
    );
    focus(names[Math.min(names.length - 1, Math.max(0, names.indexOf(here) + by))]);
  };
  const placeAfter = (here: string): Place => {
    const edge = edgeOf(flow, here);
    if (edge !== undefined) return [edge];
    const item = find(outline.items, here)?.item;
    return item && item.kind !== 'jump' ? item.after : passesOf(flow, here).slice(0, 1);
  };
  const takeAway = (here: string) => {
    const edge = edgeOf(flow, here);
    if (edge !== undefined && flow.edges[edge]?.on !== 'reject')
      edit(t('flowDesign.did.removeBranch'), (now) => removeBranch(now, edge));
    else if (mayRemove(flow, here)) edit(t('flowDesign.did.remove'), (now) => remove(now, here));
  };
  const move = (here: string, by: 1 | -1) => edit(t('flowDesign.did.move'), (now) => shift(now, here, by));
  const openMenu = (here: string) =>
    root.current?.querySelector<HTMLElement>(`[data-place="${placeAfter(here).join(' ')}"]`)?.click();
  const plain: Record<string, (here: string, alt: boolean) => void> = {
    arrowdown: (here, alt) => (alt ? move(here, 1) : step(here, 1)),
    arrowup: (here, alt) => (alt ? move(here, -1) : step(here, -1)),
    enter: (here) => {
      select(here);
      onOpenPanel();
    },
    delete: takeAway,
    backspace: takeAway,
    home: () => focus(walk(outline.items)[0]?.key),
    end: () => focus(walk(outline.items).at(-1)?.key),
    a: openMenu,
  };
  const controlled: typeof plain = {
    c: (here) => copy(here),
    x: (here) => {
      copy(here);
      takeAway(here);
    },
    v: (here) => {
      if (clipboard) edit(t('flowDesign.did.paste'), (now) => insert(now, placeAfter(here), clipboard));
    },
  };
  return (event: KeyboardEvent) => {
    const here = (event.target as HTMLElement).dataset['node'];
    if (here === undefined) return;
    const key = event.key.toLowerCase();
    const act = (event.ctrlKey || event.metaKey ? controlled : plain)[key];
    if (!act) return;
    event.preventDefault();
    act(here, event.altKey);
  };
}
