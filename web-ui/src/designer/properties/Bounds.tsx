import { useText } from '../../i18n';
import { typeName } from '../palette/catalog';
import { useDesigner } from '../useDesigner';
import { Many, One } from './Choose';
import { Whole } from './parts';
import type { TypeProps } from './TypePart';

const RESULTS = ['number', 'money', 'percent', 'text', 'date', 'switch'];

/** How many, how large, of which kind. */
export function Bounds({ path, field }: TypeProps) {
  const t = useText();
  const { set } = useDesigner();
  if (field.type === 'rating')
    return (
      <Whole
        label={t('designer.stars')}
        value={field.maximum === undefined ? undefined : Number(field.maximum)}
        min={2}
        max={10}
        placeholder="5"
        onChange={(maximum) => set(path, { maximum })}
      />
    );
  if (field.type === 'subform')
    return (
      <div className="jm-pair">
        <Whole
          label={t('designer.minRows')}
          value={field['minRows'] as number | undefined}
          min={0}
          max={1000}
          placeholder="0"
          onChange={(minRows) => set(path, { minRows })}
        />
        <Whole
          label={t('designer.maxRows')}
          value={field['maxRows'] as number | undefined}
          min={1}
          max={1000}
          placeholder="200"
          onChange={(maxRows) => set(path, { maxRows })}
        />
      </div>
    );
  if (field.type === 'file' || field.type === 'image')
    return (
      <>
        <div className="jm-pair">
          <Whole
            label={t('designer.maxFiles')}
            value={field.maxFiles}
            min={1}
            max={100}
            placeholder="10"
            onChange={(maxFiles) => set(path, { maxFiles })}
          />
          <Whole
            label={t('designer.maxMegabytes')}
            value={field.maxBytes === undefined ? undefined : Math.round(field.maxBytes / 1_048_576)}
            min={1}
            max={1900}
            placeholder="20"
            onChange={(size) => set(path, { maxBytes: size === undefined ? undefined : size * 1_048_576 })}
          />
        </div>
        <Many
          label={t('designer.accept')}
          value={field.accept}
          open
          options={['.pdf', '.docx', '.xlsx', 'image/*'].map((value) => ({ value, label: value }))}
          onChange={(accept) => set(path, { accept })}
        />
      </>
    );
  return field.type === 'formula' ? (
    <>
      <One
        label={t('designer.result')}
        value={field.of ?? 'number'}
        options={RESULTS.map((value) => ({ value, label: typeName(value) }))}
        onChange={(of) => set(path, { of, scale: of === 'number' || of === 'money' ? (field.scale ?? 2) : undefined })}
      />
      {['number', 'money', 'percent'].includes(field.of ?? 'number') ? (
        <Whole
          label={t('designer.scale')}
          value={field.scale}
          min={0}
          max={10}
          onChange={(scale) => set(path, { scale })}
        />
      ) : null}
    </>
  ) : null;
}
