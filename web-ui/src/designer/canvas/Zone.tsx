import { useDroppable } from '@dnd-kit/core';
import { InboxOutlined } from '@ant-design/icons';
import type { Finding } from '../../api';
import { useText } from '../../i18n';
import { entryAt, itemsIn, laidOut, type Container } from '../document/containers';
import { dropsAt, useDesigner, useHand } from '../useDesigner';
import { Item } from './Item';

interface Props {
  container: Container;
  columns: number;
  /** What stands there while nothing does. */
  hint: 'first' | 'empty' | 'column';
}

/** The things of one container side by side, and the place where a dragged one would fall. */
export function Zone({ container, columns, hint }: Props) {
  const t = useText();
  const { document, selected, findings } = useDesigner();
  const { drop, dragged, writing } = useHand();
  const items = itemsIn(laidOut(document), container);
  const entries = new Map(document.fields.map((entry) => [entry.key, entry]));
  const { setNodeRef } = useDroppable({ id: `zone:${container}`, data: { container, index: items.length } });
  const rows = container.startsWith('subform/');
  const look = rows ? 'jm-zone jm-zone-row' : `jm-zone jm-fields jm-fields-${Math.min(columns, 3)}`;
  const over = drop?.container === container;
  return (
    <div ref={setNodeRef} className={over ? `${look} jm-zone-over` : look}>
      {items.map((path, index) => {
        const entry = entries.get(path) ?? entryAt(document, path);
        return entry ? (
          <Item
            key={path}
            path={path}
            entry={entry}
            container={container}
            index={index}
            columns={columns}
            chosen={selected.is === 'entry' && selected.path === path}
            writing={writing === path}
            drops={dropsAt(drop, container, index)}
            grave={gravest(findings.get(path))}
          />
        ) : null;
      })}
      {items.length === 0 ? (
        <div className={hint === 'first' ? 'jm-zone-empty jm-zone-first' : 'jm-zone-empty'}>
          {hint === 'first' ? <InboxOutlined aria-hidden /> : null}
          <p>{t(dragged ? 'designer.dropHere' : `designer.hint.${hint}`)}</p>
        </div>
      ) : null}
      {items.length > 0 && dropsAt(drop, container, items.length) ? <div className="jm-drop-end" aria-hidden /> : null}
    </div>
  );
}

function gravest(findings: readonly Finding[] | undefined): 'error' | 'warning' | undefined {
  if (!findings) return undefined;
  return findings.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
}
