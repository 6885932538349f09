import { Segmented } from 'antd';
import { fieldType } from '../../fields';
import { useText } from '../../i18n';
import type { Field } from '../../schema';
import type { Path } from '../document/containers';
import { useDesigner } from '../useDesigner';
import { Flag, Line, Part } from './parts';

/** How it stands on the page. */
export function ShownPart({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set } = useDesigner();
  const wide = fieldType(field.type).wide === true;
  return (
    <Part title={t('designer.part.shown')}>
      {wide || path.includes('.') ? null : (
        <Line label={t('designer.width')}>
          <Segmented
            block
            aria-label={t('designer.width')}
            value={Number(field.width ?? 1)}
            options={[1, 2, 3].map((columns) => ({ value: columns, label: t('designer.columns', { count: columns }) }))}
            onChange={(width) => set(path, { width: width === 1 ? undefined : width })}
          />
        </Line>
      )}
      {field.formula ? null : (
        <Flag label={t('designer.readOnly')} value={field.readOnly} onChange={(readOnly) => set(path, { readOnly })} />
      )}
      <Flag
        label={t('designer.hidden')}
        value={field.hidden}
        hint={t('designer.hiddenHint')}
        onChange={(hidden) => set(path, { hidden })}
      />
    </Part>
  );
}
