import { useDroppable } from '@dnd-kit/core';
import { InboxOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import { useText } from '../../i18n';
import { entryAt, itemsIn, laidOut, type Container } from '../document/containers';
import { dropsAt, useDesigner } from '../useDesigner';
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
  const { document, drop, dragged } = useDesigner();
  const items = itemsIn(laidOut(document), container);
  const { setNodeRef } = useDroppable({ id: `zone:${container}`, data: { container, index: items.length } });
  const rows = container.startsWith('subform/');
  const look = rows ? 'jm-zone jm-zone-row' : `jm-zone jm-grid jm-grid-${Math.min(columns, 3)}`;
  const over = drop?.container === container;
  return (
    <div ref={setNodeRef} className={over ? `${look} jm-zone-over` : look}>
      {items.map((path, index) => {
        const entry = entryAt(document, path);
        return entry ? (
          <Fragment key={path}>
            <Item path={path} entry={entry} container={container} index={index} columns={columns} />
          </Fragment>
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
