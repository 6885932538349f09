import { memo, useDeferredValue } from 'react';
import { useText } from '../../i18n';
import { Behind } from '../../ui';
import { entryAt } from '../document/containers';
import { DesignerProvider, selectionText, useDesigner } from '../useDesigner';
import { BlockPanel } from './BlockPanel';
import { EntryPanel } from './EntryPanel';
import { FormPanel } from './FormPanel';
import './properties.css';

/**
 * What can be set on what is selected. What is typed stands at once; the pane of what is newly selected comes a blink later than the mark on
 * the form, so that the arrows never wait for it.
 */
export function Properties() {
  const designer = useDesigner();
  const late = useDeferredValue(designer);
  const moved = selectionText(late.selected) !== selectionText(designer.selected);
  return (
    <DesignerProvider value={moved ? late : designer}>
      <Behind late={moved}>
        <Pane />
      </Behind>
    </DesignerProvider>
  );
}

const Pane = memo(function Pane() {
  const t = useText();
  const { document, selected } = useDesigner();
  if (selected.is === 'block') return <BlockPanel index={selected.index} />;
  const entry = selected.is === 'entry' ? entryAt(document, selected.path) : undefined;
  if (selected.is === 'form' || !entry) return <FormPanel />;
  return (
    <div className="jm-properties" key={selected.path}>
      <h2 className="jm-sr">{t('designer.properties')}</h2>
      <EntryPanel path={selected.path} entry={entry} />
    </div>
  );
});
