import { useRef, type KeyboardEvent } from 'react';
import { useFlow } from '../context';
import { insert, mayRemove, remove, removeBranch, shift } from '../model/edit';
import { nodeOf, passesOf } from '../model/graph';
import { find, walk } from '../model/outline';
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

function useKeys(root: Root, onOpenPanel: () => void) {
  const { flow, selection, select, edit, copy, clipboard, outline } = useFlow();
  const { t } = useWords();
  const focus = (name: string | undefined) => {
    if (name === undefined) return;
    select(name);
    root.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(name)}"]`)?.focus();
  };
  const step = (by: 1 | -1) => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [])];
    const here = all.findIndex((card) => card.dataset['node'] === selection);
    focus(all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + by))]?.dataset['node']);
  };
  const place = () => {
    const edge = edgeOf(flow, selection);
    if (edge !== undefined) return [edge];
    const item = selection === null ? undefined : find(outline.items, selection)?.item;
    return item && item.kind !== 'jump' ? item.after : [];
  };
  const takeAway = () => {
    const edge = edgeOf(flow, selection);
    if (edge !== undefined && flow.edges[edge]?.on !== 'reject')
      return edit(t('flowDesign.did.removeBranch'), (now) => removeBranch(now, edge));
    if (selection !== null && mayRemove(flow, selection))
      edit(t('flowDesign.did.remove'), (now) => remove(now, selection));
  };
  const openMenu = () => {
    const at = place().join(' ');
    root.current?.querySelector<HTMLElement>(`[data-place="${at}"]`)?.click();
  };
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (!target.matches('[data-node], .jm-flow-canvas') || selection === '') return;
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    const act = {
      arrowdown: () =>
        event.altKey && selection ? edit(t('flowDesign.did.move'), (now) => shift(now, selection, 1)) : step(1),
      arrowup: () =>
        event.altKey && selection ? edit(t('flowDesign.did.move'), (now) => shift(now, selection, -1)) : step(-1),
      enter: () => {
        const name = target.dataset['node'];
        if (name !== undefined) select(name);
        onOpenPanel();
      },
      delete: takeAway,
      backspace: takeAway,
      home: () => focus(walk(outline.items)[0]?.key),
      end: () => focus(walk(outline.items).at(-1)?.key),
    }[key];
    if (act && !control) {
      event.preventDefault();
      act();
    } else if (!control && key === 'a') {
      event.preventDefault();
      openMenu();
    } else if (control && selection !== null && (key === 'c' || key === 'x') && nodeOf(flow, selection)) {
      event.preventDefault();
      copy(selection);
      if (key === 'x') takeAway();
    } else if (control && key === 'v' && clipboard) {
      event.preventDefault();
      const at = place().length > 0 ? place() : passesOf(flow, selection ?? '').slice(0, 1);
      edit(t('flowDesign.did.paste'), (now) => insert(now, at, clipboard));
    }
  };
}
