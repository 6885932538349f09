import { useDraggable } from '@dnd-kit/core';
import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { memo, useId, useState } from 'react';
import { useText } from '../../i18n';
import { catalog, typeName } from './catalog';
import { found } from './found';
import { TypeIcon } from './TypeIcon';

interface Props {
  /** Puts one where the selection is. */
  onAdd: (type: string) => void;
}

/** Every kind of field: dragged onto the form, or added after what is selected. */
export const Palette = memo(function Palette({ onAdd }: Props) {
  const t = useText();
  const id = useId();
  const [wanted, setWanted] = useState('');
  const groups = catalog
    .map((group) => ({ ...group, kinds: group.kinds.filter(({ type }) => found(type, wanted)) }))
    .filter((group) => group.kinds.length > 0);
  return (
    <div className="jm-tiles">
      <Input
        prefix={<SearchOutlined aria-hidden />}
        value={wanted}
        allowClear
        aria-label={t('designer.palette.search')}
        placeholder={t('designer.palette.search')}
        onChange={(event) => setWanted(event.target.value)}
        onPressEnter={() => {
          const first = groups[0]?.kinds[0];
          if (first) onAdd(first.type);
        }}
      />
      {groups.length === 0 ? <p className="jm-quiet">{t('designer.palette.none')}</p> : null}
      {groups.map((group) => (
        <section key={group.name} aria-labelledby={`${id}-${group.name}`}>
          <h3 id={`${id}-${group.name}`}>{t(`designer.group.${group.name}`)}</h3>
          <ul>
            {group.kinds.map(({ type }) => (
              <li key={type}>
                <Tile type={type} onAdd={onAdd} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});

function Tile({ type, onAdd }: { type: string; onAdd: (type: string) => void }) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `new:${type}`, data: { type } });
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={isDragging ? 'jm-plain jm-tile jm-tile-lifted' : 'jm-plain jm-tile'}
      onClick={() => onAdd(type)}
      {...listeners}
    >
      <TypeIcon type={type} />
      <span>{typeName(type)}</span>
    </button>
  );
}
