import { useText } from '../../i18n';
import { entryAt } from '../document/containers';
import { useDesigner } from '../useDesigner';
import { BlockPanel } from './BlockPanel';
import { EntryPanel } from './EntryPanel';
import { FormPanel } from './FormPanel';
import './properties.css';

/** What can be set on what is selected. */
export function Properties() {
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
}
