import { useDroppable } from '@dnd-kit/core';
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { local, useText } from '../../i18n';
import type { Section } from '../../schema';
import { laidOut } from '../document/containers';
import { blockAdded } from '../document/operations';
import { useDesigner } from '../useDesigner';
import { Zone } from './Zone';
import './canvas.css';

/** The form as it will be, every part of it to be taken in hand. */
export function Canvas() {
  const t = useText();
  const { document, select, change } = useDesigner();
  const layout = laidOut(document).layout ?? [];
  return (
    // A click beside everything selects the form; by keyboard Escape does.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div className="jm-canvas" onClick={() => select({ is: 'form' })}>
      <div className="jm-card jm-sheet">
        {layout.map((block, index) => (
          <Block key={index} block={block} index={index} alone={document.fields.length === 0 && index === 0} />
        ))}
      </div>
      <Button
        type="dashed"
        className="jm-canvas-more"
        icon={<PlusOutlined aria-hidden />}
        onClick={(event) => {
          event.stopPropagation();
          change(t('designer.did.block'), (form) =>
            blockAdded(form, layout.length - 1, { section: { 'zh-CN': '新分组', en: 'New section' } }),
          );
          select({ is: 'block', index: layout.length });
        }}
      >
        {t('designer.addBlock')}
      </Button>
    </div>
  );
}

function Block({ block, index, alone }: { block: Section; index: number; alone: boolean }) {
  const t = useText();
  const { selected, select, findings } = useDesigner();
  const chosen = selected.is === 'block' && selected.index === index;
  const { setNodeRef } = useDroppable({ id: `head:${index}`, data: { container: `block/${index}`, index: 0 } });
  const title = local(block.section);
  const bad = findings.has(`block/${index}`);
  return (
    <section className={chosen ? 'jm-section jm-block jm-block-chosen' : 'jm-section jm-block'}>
      <button
        ref={setNodeRef}
        type="button"
        className={title ? 'jm-plain jm-section-title jm-block-title' : 'jm-plain jm-block-title jm-block-untitled'}
        aria-pressed={chosen}
        onClick={(event) => {
          event.stopPropagation();
          select({ is: 'block', index });
        }}
      >
        {title || t('designer.untitledBlock')}
        {bad ? <span className="jm-dot" role="img" aria-label={t('designer.hasFinding')} /> : null}
      </button>
      <Zone container={`block/${index}`} columns={block.columns ?? 1} hint={alone ? 'first' : 'empty'} />
    </section>
  );
}
