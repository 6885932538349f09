import { Checkbox, Input, Radio } from 'antd';
import { memo, useDeferredValue, useId } from 'react';
import { useLatest } from '../../form';
import { useText } from '../../i18n';
import { levelOf, type Field, type Level, type Sensitivity } from '../../schema';
import type { Path } from '../document/containers';
import { patched } from '../document/operations';
import { kindOf } from '../palette/catalog';
import { Many, One } from '../properties/Choose';
import { Line, Part } from '../properties/parts';
import { PeriodLine } from '../properties/PeriodLine';
import { useDesigner } from '../useDesigner';
import { usePurposes } from '../usePurposes';
import { BASES, belowType, KINDS, LEVELS, searchModes } from './levels';
import { MaskPreview } from './MaskPreview';
import { WhoSees } from './WhoSees';

/** The tag of a field, and what follows from it: how it is kept, shown, found, and who sees it. */
export function PrivacyPanel({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set } = useDesigner();
  const tag = field.sensitivity;
  const level = levelOf(field);
  const free = kindOf(field.type)?.free === true && !field.formula;
  const untagged = free && tag === undefined;
  const late = useDeferredValue(field);
  // Another level is marked at once; what follows from it comes a blink later. What is typed stands at once.
  const shown = levelOf(late) === level ? field : late;
  const guarded = !untagged && isGuarded(levelOf(shown));
  const put = useLatest((patch: Partial<Record<keyof Sensitivity, unknown>>) =>
    set(path, { sensitivity: patched(tag ?? { level }, patch) }),
  );
  const choose = (next: Level) => set(path, { sensitivity: tagAt(field, next) });
  if (field.type === 'subform') return <Part title={t('designer.part.privacy')}>{t('designer.privacy.subform')}</Part>;
  return (
    <Part title={t('designer.part.privacy')}>
      {untagged ? <p className="jm-untagged">{t('designer.privacy.untagged')}</p> : null}
      <Radio.Group
        className="jm-levels"
        aria-label={t('designer.privacy.level')}
        value={untagged ? null : level}
        onChange={(event) => choose(event.target.value as Level)}
      >
        {LEVELS.map((each) => (
          <Radio key={each} value={each}>
            <span className={`jm-ring jm-ring-${each}`} aria-hidden /> {t(`field.tagName.${each}`)}
          </Radio>
        ))}
      </Radio.Group>
      {untagged ? null : <p className="jm-hint">{t(`field.tag.${level}`)}</p>}
      {belowType(field.type, level) && tag ? (
        <Waiver value={tag.waiver} onChange={(waiver) => put({ waiver })} type={field.type} />
      ) : null}
      {guarded ? <Guarded field={shown} put={put} /> : null}
      {path.includes('.') || untagged ? null : <WhoSees field={field} />}
    </Part>
  );
}

const isGuarded = (level: Level) => level !== 'public' && level !== 'internal';

interface GuardedProps {
  field: Field;
  put: (patch: Partial<Record<keyof Sensitivity, unknown>>) => void;
}

/** What a protected field has besides its level. */
const Guarded = memo(function Guarded({ field, put }: GuardedProps) {
  const t = useText();
  const { studio } = useDesigner();
  const purposes = usePurposes(studio.place.tenant);
  const tag = field.sensitivity;
  const level = levelOf(field);
  return (
    <>
      <One
        label={t('designer.privacy.kind')}
        value={tag?.kind ?? kindOf(field.type)?.kind}
        clear
        placeholder={t('designer.privacy.noKind')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`designer.kind.${kind}`) }))}
        onChange={(kind) => put({ kind })}
      />
      <Many
        label={t('designer.privacy.purposes')}
        value={tag?.purposes}
        options={purposes}
        placeholder={t('designer.privacy.purposesHint')}
        onChange={(next) => put({ purposes: next })}
      />
      <Search field={field} level={level} onChange={(search) => put({ search })} />
      {level === 'personal' ? null : (
        <One
          label={t('designer.privacy.basis')}
          value={tag?.lawfulBasis}
          clear
          options={BASES.map((basis) => ({ value: basis, label: t(`designer.basis.${basis}`) }))}
          onChange={(lawfulBasis) => put({ lawfulBasis })}
        />
      )}
      <PeriodLine
        label={t('designer.privacy.retention')}
        value={tag?.retention}
        onChange={(retention) => put({ retention })}
      />
      <MaskPreview field={field} onMask={(mask) => put({ mask })} />
    </>
  );
});

/** The tag at another level: what means nothing there goes. */
function tagAt(field: Field, level: Level): Sensitivity {
  const { kind, purposes, retention, search, mask, lawfulBasis, waiver } = field.sensitivity ?? { level };
  const known = kind ?? kindOf(field.type)?.kind;
  const plain = level === 'public' || level === 'internal';
  const keep = {
    level,
    kind: known,
    purposes: plain ? undefined : purposes,
    search: plain || level === 'secret' ? undefined : search,
    mask: plain || level === 'secret' ? undefined : mask,
    retention,
    lawfulBasis: plain ? undefined : lawfulBasis,
    waiver: belowType(field.type, level) ? waiver : undefined,
  };
  return patched({ level }, keep);
}

function Waiver({
  value,
  type,
  onChange,
}: {
  value: string | undefined;
  type: string;
  onChange: (text: string | undefined) => void;
}) {
  const t = useText();
  const id = useId();
  const least = kindOf(type)?.level ?? 'internal';
  return (
    <Line
      label={t('designer.privacy.waiver')}
      id={id}
      hint={t('designer.privacy.waiverHint', { level: t(`field.tagName.${least}`) })}
    >
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        maxLength={500}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </Line>
  );
}

interface SearchProps {
  field: Field;
  level: Level;
  onChange: (modes: string[] | undefined) => void;
}

/** Each way to find an encrypted value, with what it gives away. */
function Search({ field, level, onChange }: SearchProps) {
  const t = useText();
  const id = useId();
  const modes = level === 'secret' ? [] : searchModes(field.type);
  const chosen = field.sensitivity?.search ?? [];
  const toggle = (mode: string, on: boolean) => {
    const next = modes.filter((each) => (each === mode ? on : chosen.includes(each)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <div className="jm-line" role="group" aria-labelledby={id}>
      <span id={id} className="jm-label">
        {t('designer.privacy.search')}
      </span>
      {modes.length === 0 ? (
        <p className="jm-hint">
          {t(level === 'secret' ? 'designer.privacy.noSearchSecret' : 'designer.privacy.noSearch')}
        </p>
      ) : null}
      {modes.map((mode) => (
        <div key={mode}>
          <Checkbox checked={chosen.includes(mode)} onChange={(event) => toggle(mode, event.target.checked)}>
            {t(`designer.privacy.mode.${mode}`)}
          </Checkbox>
          <p className="jm-hint jm-flag-hint">{t(`designer.privacy.leak.${mode}`)}</p>
        </div>
      ))}
    </div>
  );
}
