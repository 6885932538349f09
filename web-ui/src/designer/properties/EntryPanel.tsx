import { Collapse } from 'antd';
import { fieldType } from '../../fields';
import { useText } from '../../i18n';
import type { Field } from '../../schema';
import { FindingList, type Entry } from '../../studio';
import { isElement, type Path } from '../document/containers';
import { typeName } from '../palette/catalog';
import { TypeIcon } from '../palette/TypeIcon';
import { PrivacyPanel } from '../privacy/PrivacyPanel';
import { useDesigner } from '../useDesigner';
import { DefaultPart } from './DefaultPart';
import { ElementPart } from './ElementPart';
import { KeyLine } from './KeyLine';
import { OptionsPart } from './OptionsPart';
import { Part, Texts } from './parts';
import { RulesOf } from './RulesOf';
import { ShownPart } from './ShownPart';
import { TypePart } from './TypePart';
import { ValidationPart } from './ValidationPart';

/** A field, or an element of the layout: title, default, options, validation, rights, privacy, in the order people know. */
export function EntryPanel({ path, entry }: { path: Path; entry: Entry }) {
  const t = useText();
  const { document, findings, set } = useDesigner();
  const found = findings.get(path) ?? [];
  const head = (
    <div className="jm-properties-head">
      <TypeIcon type={entry.type} />
      <span>{typeName(entry.type)}</span>
    </div>
  );
  const wrong =
    found.length > 0 ? (
      <div className="jm-part">
        <FindingList document={document} findings={found} />
      </div>
    ) : null;
  if (isElement(entry))
    return (
      <>
        {head}
        {wrong}
        <ElementPart path={path} element={entry} />
        <Details path={path} entry={entry} />
      </>
    );
  const field = entry as Field;
  const generated = fieldType(field.type).generated === true || ['look-up', 'roll-up'].includes(field.type);
  return (
    <>
      {head}
      {wrong}
      <Part title={t('designer.part.words')}>
        <Texts label={t('designer.title')} value={field.title} onChange={(title) => set(path, { title })} />
        <Texts
          label={t(field.type === 'consent' ? 'designer.notice' : 'designer.description')}
          value={field.description}
          area
          onChange={(description) => set(path, { description })}
        />
      </Part>
      <OptionsPart path={path} field={field} />
      <TypePart path={path} field={field} />
      {generated ? null : <DefaultPart path={path} field={field} />}
      {generated ? null : <ValidationPart path={path} field={field} />}
      <ShownPart path={path} field={field} />
      {path.includes('.') ? null : <RulesOf path={path} />}
      <PrivacyPanel path={path} field={field} />
      <Details path={path} entry={entry} />
    </>
  );
}

function Details({ path, entry }: { path: Path; entry: Entry }) {
  const t = useText();
  const { set } = useDesigner();
  const words = isElement(entry) ? null : (
    <>
      <Texts
        label={t('designer.placeholder')}
        value={(entry as Field).placeholder}
        onChange={(placeholder) => set(path, { placeholder })}
      />
      <Texts label={t('designer.help')} value={(entry as Field).help} area onChange={(help) => set(path, { help })} />
    </>
  );
  return (
    <Collapse
      ghost
      size="small"
      items={[
        {
          key: 'details',
          label: t('designer.details'),
          children: (
            <>
              {words}
              <KeyLine path={path} />
            </>
          ),
        },
      ]}
    />
  );
}
