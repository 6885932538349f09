import { Select } from 'antd';
import { useMembers } from '../../api';
import { FieldInput } from '../../fields';
import { PersonName } from '../../ui';
import { useFlow } from '../context';
import type { FlowNode, Rule } from '../model/document';
import { useWords } from '../useWords';
import { Labelled } from './parts';

/** "Who would it be for …": the people whom the step asks when that member submits. */
export function AssigneeTest({ node }: { node: FlowNode }) {
  const { t, fieldOf, fieldTitle } = useWords();
  const { place, asked, sample, setSample } = useFlow();
  const members = useMembers(place.tenant).data?.items ?? [];
  const found = asked?.[node.key];
  const needed = fieldsOf(node)
    .map(fieldOf)
    .filter((field) => field !== undefined);
  return (
    <div className="jm-flow-test">
      <Labelled label={t('flowDesign.test.for')}>
        {(id) => (
          <Select
            id={id}
            showSearch
            allowClear
            optionFilterProp="label"
            placeholder={t('flowDesign.test.me')}
            value={sample.initiator}
            onChange={(initiator?: string) => setSample({ ...sample, initiator })}
            options={members.map((each) => ({ value: each.id, label: each.name }))}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      {needed.map((field) => (
        <Labelled key={field.key} label={t('flowDesign.test.with', { field: fieldTitle(field.key) })}>
          {(id) => (
            <FieldInput
              id={id}
              field={field}
              value={sample.data[field.key] ?? undefined}
              original={undefined}
              replaceable={false}
              context={{ place }}
              onChange={(value) => setSample({ ...sample, data: { ...sample.data, [field.key]: value } })}
            />
          )}
        </Labelled>
      ))}
      <div role="status" aria-label={t('flowDesign.test.result')}>
        {asked === undefined ? (
          <p className="jm-hint">{t('flowDesign.test.unknown')}</p>
        ) : found?.via === 'previous' ? (
          <p>{t('flowDesign.test.via.previous')}</p>
        ) : !found || found.people.length === 0 ? (
          <p>{t(found?.via === 'skip' ? 'flowDesign.test.skipped' : 'flowDesign.test.nobody')}</p>
        ) : (
          <>
            <ul className="jm-flow-people">
              {found.people.map((person) => (
                <li key={person.id}>
                  <PersonName person={person} />
                </li>
              ))}
            </ul>
            {found.via === 'rule' ? null : <p className="jm-hint">{t(`flowDesign.test.via.${found.via}`)}</p>}
          </>
        )}
      </div>
    </div>
  );
}

/** The fields of the record on which the rules of a node depend. */
function fieldsOf(node: FlowNode): string[] {
  const { otherwise, ...rule } = node.assignees ?? {};
  const rules: Rule[] = typeof otherwise === 'object' ? [rule, otherwise] : [rule];
  return rules.flatMap((each) => [
    ...(each.field ? [each.field] : []),
    ...(each.headOf !== undefined && each.headOf !== 'initiator' ? [each.headOf] : []),
  ]);
}
