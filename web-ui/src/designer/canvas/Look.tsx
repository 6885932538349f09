import { Tabs } from 'antd';
import { memo, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { FieldContext } from '../../fields';
import { EditField } from '../../form';
import { local, useText } from '../../i18n';
import type { Field, LayoutElement } from '../../schema';
import type { Entry } from '../../studio';
import { isElement, type Path } from '../document/containers';
import { kindOf } from '../palette/catalog';
import { Zone } from './Zone';

interface Props {
  path: Path;
  entry: Entry;
  /** The containers within, instead of the thing itself. */
  inside?: boolean;
}

/** A thing as the form will show it. */
export const Look = memo(function Look({ path, entry, inside = false }: Props) {
  if (inside) return <Inside entry={entry} />;
  if (isElement(entry)) return <Element element={entry} />;
  return <FieldLook path={path} field={entry} />;
});

function FieldLook({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { tenant = '', app = '', form = '' } = useParams();
  const context = useMemo<FieldContext>(() => ({ place: { tenant, app, form } }), [tenant, app, form]);
  const untagged = kindOf(field.type)?.free === true && field.sensitivity === undefined && !field.formula;
  // A name of its own: the preview has the same fields under their keys, and a label leads to the first of a name.
  const shown = useMemo(() => ({ ...field, key: `canvas-${path.replace('.', '-')}` }), [field, path]);
  if (field.type === 'subform') return <span className="jm-label">{local(field.title, field.key)}</span>;
  return (
    <div className={field.hidden ? 'jm-item-hidden' : undefined}>
      <EditField
        field={shown}
        value={constantOf(field)}
        original={undefined}
        required={field.required === true}
        readOnly={field.readOnly === true}
        replaceable={false}
        errors={[]}
        context={context}
        onChange={() => undefined}
        hint={untagged ? <span className="jm-untagged">{t('designer.untagged')}</span> : undefined}
      />
    </div>
  );
}

/** A default that is a value is shown as what a new record begins with. */
function constantOf(field: Field): unknown {
  const given = field.default;
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? undefined : (given ?? undefined);
}

function Element({ element }: { element: LayoutElement }) {
  const t = useText();
  if (element.type === 'note') return <p className="jm-note">{local(element.text) || t('designer.emptyNote')}</p>;
  const title = local(element.title);
  return <span className={title ? 'jm-section-title' : 'jm-hint'}>{title || t(`designer.type.${element.type}`)}</span>;
}

function Inside({ entry }: { entry: Entry }) {
  if (entry.type === 'subform') return <Zone container={`subform/${entry.key}`} columns={1} hint="column" />;
  if (!isElement(entry)) return null;
  if (entry.type === 'section')
    return <Zone container={`section/${entry.key}`} columns={entry.columns ?? 1} hint="empty" />;
  return entry.type === 'tabs' ? <TabZones element={entry} /> : null;
}

function TabZones({ element }: { element: LayoutElement }) {
  const [tab, setTab] = useState('0');
  const tabs = element.tabs ?? [];
  return (
    // The tabs are turned, not selected.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div onClick={(event) => event.stopPropagation()}>
      <Tabs
        activeKey={Number(tab) < tabs.length ? tab : '0'}
        onChange={setTab}
        items={tabs.map((each, index) => ({
          key: String(index),
          label: local(each.title),
          children: <Zone container={`tab/${element.key}/${index}`} columns={each.columns ?? 1} hint="empty" />,
        }))}
      />
    </div>
  );
}
