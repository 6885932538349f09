import { local } from '../../i18n';
import type { Field } from '../../schema';
import { useFlow } from '../context';
import { put, type FlowNode } from '../model/document';
import { useWords } from '../useWords';
import { CreateEditor } from './CreateEditor';
import { SwitchLine } from './DuePart';
import type { ChangeNode } from './NodeParts';
import { Choice, Part } from './parts';
import { Within } from './Within';

const NO_ROW: readonly Field[] = [];

type Whose = 'related' | 'new' | 'each';

/** The records whose workflows start, and whether this one waits for them. */
export function SubworkflowPart({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const { fields } = useFlow();
  const records = node.records ?? { through: '' };
  const whose: Whose = records.through !== undefined ? 'related' : records.each !== undefined ? 'each' : 'new';
  const of = (types: string[]) =>
    fields
      .filter((field) => types.includes(field.type))
      .map((field) => ({ value: field.key, label: local(field.title, field.key) }));
  const columnsOf = (subform: string | undefined) => fields.find(({ key }) => key === subform)?.fields ?? NO_ROW;
  const create = records.create ?? { form: '' };
  const started: Record<Whose, NonNullable<FlowNode['records']>> = {
    related: { through: of(['relation', 'relations'])[0]?.value ?? '' },
    new: { create },
    each: { each: of(['subform'])[0]?.value ?? '', create },
  };
  return (
    <Part title={t('flowDesign.sub.title')}>
      <Choice<Whose>
        label={t('flowDesign.sub.whose')}
        value={whose}
        onChange={(next) => set({ records: started[next] })}
        options={(['related', 'new', 'each'] as const).map((each) => ({
          value: each,
          label: t(`flowDesign.sub.${each}`),
        }))}
      />
      {whose === 'related' ? (
        <Choice
          label={t('flowDesign.sub.through')}
          value={records.through ?? ''}
          onChange={(through) => set({ records: put(records, { through }) })}
          options={of(['relation', 'relations'])}
        />
      ) : (
        <>
          {whose === 'each' ? (
            <Choice
              label={t('flowDesign.sub.subform')}
              value={records.each ?? ''}
              onChange={(each) => set({ records: put(records, { each }) })}
              options={of(['subform'])}
            />
          ) : null}
          <Within at="/records/create" row={whose === 'each' ? columnsOf(records.each) : NO_ROW}>
            <CreateEditor create={create} onChange={(next) => set({ records: put(records, { create: next }) })} />
          </Within>
        </>
      )}
      <SwitchLine
        label={t('flowDesign.sub.wait')}
        checked={node.wait ?? true}
        onChange={(on) => set({ wait: on ? undefined : false })}
      />
    </Part>
  );
}
