import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../i18n';
import type { Section } from '../../schema';
import { laidOut } from '../document/containers';
import { blockMoved, blockRemoved, patched } from '../document/operations';
import { useDesigner } from '../useDesigner';
import { Columns } from './ElementPart';
import { Part, Texts } from './parts';

/** A section of the form: its heading, its columns, its place. */
export function BlockPanel({ index }: { index: number }) {
  const t = useText();
  const { document, change, select } = useDesigner();
  const layout = laidOut(document).layout ?? [];
  const block = layout[index];
  if (!block) return null;
  const set = (patch: Partial<Record<keyof Section, unknown>>) =>
    change(
      t('designer.did.block'),
      (form) => {
        const whole = laidOut(form);
        const next = (whole.layout ?? []).map((each, at) => (at === index ? patched(each, patch) : each));
        return { ...whole, layout: next };
      },
      `block ${index} ${Object.keys(patch).join()}`,
    );
  const move = (step: -1 | 1) => {
    change(t('designer.did.block'), (form) => blockMoved(form, index, step));
    select({ is: 'block', index: index + step });
  };
  return (
    <div className="jm-properties">
      <h2 className="jm-properties-head">{t('designer.block')}</h2>
      <Part title={t('designer.part.words')}>
        <Texts label={t('designer.title')} value={block.section} onChange={(section) => set({ section })} />
        <Columns value={block.columns} onChange={(columns) => set({ columns })} />
      </Part>
      <div className="jm-part jm-row">
        <Button disabled={index === 0} icon={<ArrowUpOutlined aria-hidden />} onClick={() => move(-1)}>
          {t('designer.up')}
        </Button>
        <Button disabled={index === layout.length - 1} icon={<ArrowDownOutlined aria-hidden />} onClick={() => move(1)}>
          {t('designer.down')}
        </Button>
        <Button
          danger
          disabled={layout.length < 2}
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => {
            change(t('designer.did.blockRemoved'), (form) => blockRemoved(form, index));
            select({ is: 'form' });
          }}
        >
          {t('designer.delete')}
        </Button>
      </div>
      {layout.length > 1 ? <p className="jm-hint jm-part">{t('designer.blockHeirs')}</p> : null}
    </div>
  );
}
