import { useText } from '../../i18n';
import type { Field } from '../../schema';
import { FeelInput, feelType } from '../../studio';
import type { Path } from '../document/containers';
import { useFoundAt } from '../useFoundAt';
import { useNames } from '../useNames';
import { useDesigner } from '../useDesigner';
import { Line, Part } from './parts';

/** How the value is computed; then nobody types it in. */
export function Formula({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set, studio } = useDesigner();
  const names = useNames(path).filter(({ name }) => name !== path.split('.').at(-1));
  const found = useFoundAt(path, 'formula');
  return (
    <Part title={t('designer.formula')}>
      <Line label={t('designer.formulaHint')}>
        <FeelInput
          label={t('designer.formula')}
          value={field.formula ?? ''}
          names={names}
          tenant={studio.place.tenant}
          wants={feelType(field)}
          findings={found()}
          onChange={(formula) => set(path, { formula: formula.trim() ? formula : undefined })}
        />
      </Line>
    </Part>
  );
}
