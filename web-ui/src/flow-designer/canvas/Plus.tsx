import { PlusOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
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
  const { flow, still } = useFlow();
  const items = useAdding(place);
  if (place.length === 0 || still) return <span className="jm-flow-line" aria-hidden />;
  return (
    <span className="jm-flow-gap">
      <Dropdown menu={{ items }} trigger={['click']} placement="bottom" autoFocus>
        <button
          type="button"
          className="jm-flow-plus"
          data-place={place.join(' ')}
          data-to={flow.edges[place[0] ?? -1]?.to}
          aria-haspopup="menu"
          aria-label={t('flowDesign.addAfter', { node: after })}
          title={t('flowDesign.add')}
        >
          <PlusOutlined aria-hidden />
        </button>
      </Dropdown>
    </span>
  );
}

/** What the menu of a place offers. */
function useAdding(place: Place) {
  const { t } = useWords();
  const { flow, fields, edit, clipboard } = useFlow();
  const add = (type: NodeType) =>
    edit(t('flowDesign.did.add', { type: t(`flowDesign.type.${type}`) }), (now) => {
      const node = newNode(type, newKey(now, type), fields);
      return insert(now, place, fragmentFor(now, node));
    });
  const types = mayEnd(flow, place) ? [...OFFERED, 'end' as const] : OFFERED;
  return [
    ...types.map((type) => ({
      key: type,
      icon: <NodeIcon type={type} />,
      label: t(type === 'end' ? 'flowDesign.endHere' : `flowDesign.type.${type}`),
      onClick: () => add(type),
    })),
    ...(clipboard
      ? [
          { type: 'divider' as const },
          {
            key: 'paste',
            label: t('flowDesign.paste'),
            onClick: () => edit(t('flowDesign.did.paste'), (now) => insert(now, place, clipboard)),
          },
        ]
      : []),
  ];
}
