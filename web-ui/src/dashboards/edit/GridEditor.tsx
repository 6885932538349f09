import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { local, useText } from '../../i18n';
import { useIsPhone } from '../../ui';
import { placed, readingOrder } from '../grid';
import type { Dashboard, Place, Widget } from '../model';
import { placeByKey, useDrag } from './useDrag';

interface Props {
  dashboard: Dashboard;
  selection: string | null;
  onSelect: (key: string) => void;
  onMove: (key: string, at: Place) => void;
  onShift: (key: string, by: -1 | 1) => void;
  onRemove: (key: string) => void;
  /** A widget as its readers see it, with these buttons in its head. */
  children: (widget: Widget, acts: ReactNode) => ReactNode;
}

/** The dashboard under its designer's hands: widgets are put somewhere by pointer or arrow keys and chosen to be set up. */
export function GridEditor({ dashboard, selection, onSelect, onMove, onShift, onRemove, children }: Props) {
  const t = useText();
  const phone = useIsPhone();
  const grid = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const { dragged, grip } = useDrag(grid, onMove);
  const standing = dragged ? placed(dashboard.widgets, dragged.key, dragged.at) : dashboard.widgets;
  const say = ({ x, y, w, h }: Place) => setSaid(t('dashboard.placedAt', { column: x + 1, row: y + 1, w, h }));
  return (
    <>
      <div className="jm-widgets jm-widgets-edited" ref={grid}>
        {readingOrder(standing).map((widget) => {
          const { key, at } = widget;
          const title = local(widget.title, key);
          const own = dashboard.widgets.find((each) => each.key === key)?.at ?? at;
          const acts = (
            <span className="jm-row jm-widgets-acts">
              {phone ? (
                <>
                  <Act
                    icon={<ArrowUpOutlined aria-hidden />}
                    label={`${t('dashboard.up')}: ${title}`}
                    onClick={() => onShift(key, -1)}
                  />
                  <Act
                    icon={<ArrowDownOutlined aria-hidden />}
                    label={`${t('dashboard.down')}: ${title}`}
                    onClick={() => onShift(key, 1)}
                  />
                </>
              ) : (
                <button
                  type="button"
                  className="jm-plain jm-widgets-grip"
                  aria-label={t('dashboard.move', { title })}
                  title={t('dashboard.moveHint')}
                  {...grip(key, own, false)}
                  onFocus={() => onSelect(key)}
                  onKeyDown={(event) => {
                    const next = placeByKey(event.key, event.shiftKey, own);
                    if (!next) return;
                    event.preventDefault();
                    onMove(key, next);
                    say(next);
                  }}
                >
                  <HolderOutlined aria-hidden />
                </button>
              )}
              <Act
                icon={<DeleteOutlined aria-hidden />}
                label={`${t('dashboard.remove')}: ${title}`}
                onClick={() => onRemove(key)}
              />
            </span>
          );
          return (
            <div
              key={key}
              className={`jm-widgets-item${selection === key ? ' jm-widgets-selected' : ''}${dragged?.key === key ? ' jm-widgets-dragged' : ''}`}
              style={{ gridColumn: `${at.x + 1} / span ${at.w}`, gridRow: `${at.y + 1} / span ${at.h}` }}
            >
              {children(widget, acts)}
              <button
                type="button"
                className="jm-plain jm-widgets-choose"
                aria-pressed={selection === key}
                aria-label={t('dashboard.setUp', { title })}
                onClick={() => onSelect(key)}
              />
              {phone ? null : <span className="jm-widgets-corner" aria-hidden {...grip(key, own, true)} />}
            </div>
          );
        })}
      </div>
      <p className="jm-sr" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function Act({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return <Button type="text" size="small" icon={icon} aria-label={label} title={label} onClick={onClick} />;
}
