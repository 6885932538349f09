import { SwapOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useRef, type CSSProperties, type PointerEvent } from 'react';
import { Link } from 'react-router';
import type { FormPlace, FormRecord } from '../../api';
import { FieldCell, FieldTitle, isEmpty } from '../../fields';
import { useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { nameOf } from '../RecordName';
import { recordAddress } from '../usePlace';
import type { Drag } from './useDrag';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  record: FormRecord;
  head: Field;
  lines: Field[];
  /** Where else it may go; none where this reader may not move it. */
  targets: Target[];
  drag: Drag | undefined;
  /** It has just been moved by the keyboard: the focus goes with it. */
  focused: boolean;
  onDragStart: (event: PointerEvent<HTMLElement>) => void;
  onMove: (column: string) => void;
}

/** A column by its place on the board. */
export interface Target {
  column: string;
  title: string;
}

/** One record: its name, a few fields masked as in any list, and where it can go. */
export function Card({ place, form, record, head, lines, targets, drag, focused, onDragStart, onMove }: Props) {
  const t = useText();
  const card = useRef<HTMLLIElement>(null);
  const dragged = drag?.id === record.id;
  const movable = targets.length > 0;
  useEffect(() => {
    if (focused) card.current?.querySelector('button')?.focus();
  }, [focused]);
  const style: CSSProperties = dragged ? { transform: `translate(${drag.x}px, ${drag.y}px)` } : {};
  return (
    <li
      ref={card}
      className={`jm-board-card${dragged ? ' jm-board-dragged' : ''}${movable ? ' jm-board-movable' : ''}`}
      style={style}
      {...(movable ? { onPointerDown: onDragStart } : {})}
    >
      <div className="jm-board-card-head">
        <Link to={recordAddress(place, record.id)} draggable={false}>
          <FieldCell field={head} value={record.data[head.key]} context={{ place }} />
        </Link>
        {movable ? (
          <Dropdown
            autoFocus
            trigger={['click']}
            menu={{
              items: [
                {
                  key: 'to',
                  type: 'group',
                  label: t('board.moveTo'),
                  children: targets.map(({ column, title }) => ({ key: column, label: title })),
                },
              ],
              onClick: ({ key }) => onMove(key),
            }}
          >
            <Button
              type="text"
              size="small"
              icon={<SwapOutlined aria-hidden />}
              aria-label={t('board.move', { name: nameOf(form, record) })}
              title={t('board.moveTo')}
              aria-haspopup="menu"
            />
          </Dropdown>
        ) : null}
      </div>
      <dl>
        {lines
          .filter((field) => !isEmpty(record.data[field.key]))
          .map((field) => (
            <div key={field.key}>
              <dt className="jm-quiet">
                <FieldTitle field={field} />
              </dt>
              <dd>
                <FieldCell field={field} value={record.data[field.key]} context={{ place }} />
              </dd>
            </div>
          ))}
      </dl>
    </li>
  );
}
