import { useText } from '../../i18n';
import type { Field } from '../../schema';
import { FeelInput, feelType } from '../../studio';
import { isElement, type Path } from '../document/containers';
import { useNames } from '../useNames';
import { useDesigner } from '../useDesigner';
import { Line, Part } from './parts';

/** How the value is computed; then nobody types it in. */
export function Formula({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set, studio, document, findings } = useDesigner();
  const names = useNames(path).filter(({ name }) => name !== path.split('.').at(-1));
  const index = document.fields.findIndex((entry) => entry.key === path && !isElement(entry));
  const pointer = `/fields/${index}/formula`;
  return (
    <Part title={t('designer.formula')}>
      <Line label={t('designer.formulaHint')}>
        <FeelInput
          label={t('designer.formula')}
          value={field.formula ?? ''}
          names={names}
          tenant={studio.place.tenant}
          wants={feelType(field)}
          findings={findings.get(path)?.filter((finding) => finding.pointer?.startsWith(pointer))}
          onChange={(formula) => set(path, { formula: formula.trim() ? formula : undefined })}
        />
      </Line>
    </Part>
  );
}
