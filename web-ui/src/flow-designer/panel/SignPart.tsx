import { Checkbox, Slider } from 'antd';
import type { FlowNode, Sign } from '../model/document';
import { put } from '../model/document';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Choice, Labelled, Part } from './parts';

const MODES = ['any', 'all', 'sequential', 'ratio'] as const;
const KEPT_OUT = ['notInitiator', 'notPrevious', 'skipRepeated'] as const;

/** How many of several people must decide, and who must not. */
export function SignPart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const sign = node.sign ?? {};
  const change = (properties: { [K in keyof Sign]?: Sign[K] | undefined }) => set({ sign: put(sign, properties) });
  const mode = sign.mode ?? 'any';
  return (
    <Part title={t('flowDesign.mode.title')}>
      <Choice
        label={t('flowDesign.mode.which')}
        value={mode}
        hint={t(`flowDesign.mode.about.${mode}`)}
        onChange={(next) => change({ mode: next, ratio: next === 'ratio' ? (sign.ratio ?? 0.6) : undefined })}
        options={MODES.map((each) => ({ value: each, label: t(`flowDesign.mode.${each}`) }))}
      />
      {mode === 'ratio' ? (
        <Labelled label={t('flowDesign.mode.share')}>
          {() => (
            <Slider
              min={5}
              max={100}
              step={5}
              value={Math.round((sign.ratio ?? 0.6) * 100)}
              onChange={(share) => change({ ratio: share / 100 })}
              ariaLabelForHandle={t('flowDesign.mode.share')}
              tooltip={{ formatter: (share) => `${share ?? 0}%` }}
            />
          )}
        </Labelled>
      ) : null}
      {KEPT_OUT.map((each) => (
        <Checkbox
          key={each}
          checked={sign[each] ?? false}
          onChange={(event) => change({ [each]: event.target.checked ? true : undefined })}
        >
          {t(`flowDesign.mode.${each}`)}
        </Checkbox>
      ))}
    </Part>
  );
}
