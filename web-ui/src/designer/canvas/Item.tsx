import { useDraggable, useDroppable } from '@dnd-kit/core';
import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { memo, useEffect, useRef } from 'react';
import { fieldType } from '../../fields';
import { spanOf } from '../../form';
import { local, useText } from '../../i18n';
import { levelOf, type Field } from '../../schema';
import type { Entry } from '../../studio';
import { isElement, type Container, type Path } from '../document/containers';
import { kindOf, typeName } from '../palette/catalog';
import { useActs } from '../useDesigner';
import { Look } from './Look';
import { TitleBox } from './TitleBox';

interface Props {
  path: Path;
  entry: Entry;
  container: Container;
  index: number;
  columns: number;
  chosen: boolean;
  /** Its title is being written on the form. */
  writing: boolean;
  /** What is dragged would fall before it. */
  drops: boolean;
  /** The gravest finding of the last check; undefined: none. */
  grave: 'error' | 'warning' | undefined;
}

/**
 * A thing on the form: selected by a click, dragged by any part of it, its title written in place. Drawn again only when something of its
 * own has changed: of a form of five hundred an act concerns one or two.
 */
export const Item = memo(function Item(props: Props) {
  const { path, entry, container, index, columns, chosen, writing, drops, grave } = props;
  const t = useText();
  const { select, setWriting } = useActs();
  const { listeners, setNodeRef, isDragging } = useDraggable({ id: `item:${path}`, data: { path } });
  const wide = isWide(entry);
  const { setNodeRef: setDropRef } = useDroppable({ id: `over:${path}`, data: { container, index, wide } });
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  const looks = [
    'jm-item',
    isElement(entry) ? 'jm-field-wide' : spanOf(entry, columns),
    chosen ? 'jm-item-chosen' : '',
    isDragging ? 'jm-item-lifted' : '',
    drops ? (wide || columns === 1 ? 'jm-drop-above' : 'jm-drop-before') : '',
  ];
  const holds = entry.type === 'subform' || (isElement(entry) && entry.type !== 'note');
  return (
    <div
      ref={(node) => {
        own.current = node;
        setDropRef(node);
      }}
      className={looks.filter(Boolean).join(' ')}
      data-path={path}
    >
      {/* Its keys are those of the canvas. */}
      {/* eslint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={setNodeRef}
        {...listeners}
        className="jm-item-grip"
        role="group"
        tabIndex={chosen ? 0 : -1}
        aria-current={chosen}
        aria-roledescription={t('designer.item')}
        aria-label={nameOf(entry, t)}
        onClick={(event) => {
          event.stopPropagation();
          select({ is: 'entry', path });
        }}
        onDoubleClick={() => setWriting(path)}
      >
        {writing ? <TitleBox path={path} entry={entry} /> : null}
        {/* What the form will show, out of reach: here it is taken in hand, not filled in. */}
        <div inert className={writing && !holds ? 'jm-item-written' : undefined}>
          <Look path={path} entry={entry} />
        </div>
        {grave ? (
          <span
            className={grave === 'error' ? 'jm-dot' : 'jm-dot jm-dot-warn'}
            role="img"
            aria-label={t('designer.hasFinding')}
          />
        ) : null}
      </div>
      <Look path={path} entry={entry} inside />
      {chosen ? <Tools path={path} entry={entry} /> : null}
    </div>
  );
});

function Tools({ path, entry }: { path: Path; entry: Entry }) {
  const t = useText();
  const { remove, duplicate } = useActs();
  const title = nameOf(entry, t);
  return (
    <div className="jm-item-tools">
      <Tooltip title={t('designer.duplicate')}>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<CopyOutlined aria-hidden />}
          aria-label={`${t('designer.duplicate')}: ${title}`}
          onClick={(event) => {
            event.stopPropagation();
            duplicate(path);
          }}
        />
      </Tooltip>
      <Tooltip title={`${t('designer.delete')} (Del)`}>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<DeleteOutlined aria-hidden />}
          aria-label={`${t('designer.delete')}: ${title}`}
          onClick={(event) => {
            event.stopPropagation();
            remove(path);
          }}
        />
      </Tooltip>
    </div>
  );
}

/** "手机，手机号，S2 个人信息，必填" for those who hear the form. */
function nameOf(entry: Entry, t: (key: string) => string): string {
  const title = local(entry.title, entry.key);
  if (isElement(entry)) return `${title}, ${typeName(entry.type)}`;
  const level = levelOf(entry as Field);
  const untagged = kindOf(entry.type)?.free && !(entry as Field).sensitivity;
  return [
    title,
    typeName(entry.type),
    untagged ? t('designer.untagged') : t(`field.tagName.${level}`),
    (entry as Field).required ? t('field.required') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function isWide(entry: Entry): boolean {
  return isElement(entry) || fieldType(entry.type).wide === true;
}
