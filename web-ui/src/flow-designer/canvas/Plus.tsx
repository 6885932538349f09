import { PlusOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { memo } from 'react';
import { useLatest } from '../../form';
import { useFlow } from '../context';
import { fragmentFor, insert, mayEnd } from '../model/edit';
import type { NodeType } from '../model/document';
import { newKey } from '../model/keys';
import type { Place } from '../model/outline';
import { newNode } from '../model/starter';
import { useWords } from '../useWords';
import { NodeIcon } from './NodeIcon';

const OFFERED: NodeType[] = ['approval', 'handling', 'cc', 'condition', 'parallel', 'automation', 'subworkflow'];

/** Between two cards: what can be put in here. `after` names the card above for those who hear the button alone. */
export function Plus({ place, after }: { place: Place; after: string }) {
  const { t } = useWords();
  const { flow, still, fields, edit, clipboard } = useFlow();
  const add = useLatest((type: NodeType) =>
    edit(t('flowDesign.did.add', { type: t(`flowDesign.type.${type}`) }), (now) => {
      const node = newNode(type, newKey(now, type), fields);
      return insert(now, place, fragmentFor(now, node));
    }),
  );
  const paste = useLatest(() => {
    if (clipboard) edit(t('flowDesign.did.paste'), (now) => insert(now, place, clipboard));
  });
  if (place.length === 0 || still) return <span className="jm-flow-line" aria-hidden />;
  return (
    <Gap
      place={place.join(' ')}
      to={flow.edges[place[0] ?? -1]?.to}
      after={after}
      ends={mayEnd(flow, place)}
      pastes={clipboard !== undefined}
      onAdd={add}
      onPaste={paste}
    />
  );
}

interface GapProps {
  place: string;
  to: string | undefined;
  after: string;
  /** Whether a way may end here. */
  ends: boolean;
  pastes: boolean;
  onAdd: (type: NodeType) => void;
  onPaste: () => void;
}

/** The button and its menu, drawn again only when what it offers has changed. */
const Gap = memo(function Gap({ place, to, after, ends, pastes, onAdd, onPaste }: GapProps) {
  const { t } = useWords();
  const types = ends ? [...OFFERED, 'end' as const] : OFFERED;
  const items = [
    ...types.map((type) => ({
      key: type,
      icon: <NodeIcon type={type} />,
      label: t(type === 'end' ? 'flowDesign.endHere' : `flowDesign.type.${type}`),
      onClick: () => onAdd(type),
    })),
    ...(pastes ? [{ type: 'divider' as const }, { key: 'paste', label: t('flowDesign.paste'), onClick: onPaste }] : []),
  ];
  return (
    <span className="jm-flow-gap">
      <Dropdown menu={{ items }} trigger={['click']} placement="bottom" autoFocus>
        <button
          type="button"
          className="jm-flow-plus"
          data-place={place}
          data-to={to}
          aria-haspopup="menu"
          aria-label={t('flowDesign.addAfter', { node: after })}
          title={t('flowDesign.add')}
        >
          <PlusOutlined aria-hidden />
        </button>
      </Dropdown>
    </span>
  );
});
