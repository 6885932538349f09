import { Button, Segmented, Select } from 'antd';
import { memo, useState } from 'react';
import { FieldTitle } from '../../fields';
import { useLatest } from '../../form';
import { isProtected, levelOf, type Field } from '../../schema';
import { useGradually } from '../../ui';
import { useFlow } from '../context';
import type { Access, FlowNode } from '../model/document';
import { ACCESSES, accessAt, mostOf, shownAt, withAccess } from '../model/views';
import { careful } from '../model/starter';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Part } from './parts';

/** Rows with a choice each: more than the panel shows at once. */
const FIRST = 20;
const STEP = 40;

type Filter = 'all' | 'protected' | 'clear';

/** Fields by the five states: what the people of this step see, cut down by each field's tag. */
export function FieldMatrix({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const { fields } = useFlow();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = fields.filter((field) => filter === 'all' || isProtected(field) === (filter === 'protected'));
  const opens = node.type === 'approval' || node.type === 'handling';
  const change = useLatest((field: string, access: Access) => set({ fields: withAccess(node, field, access) }));
  const arrived = useGradually(shown.length, FIRST, STEP);
  if (node.type === 'start' && node.fields === undefined)
    return (
      <Part title={t('flowDesign.fields.title')}>
        <p className="jm-hint">{t('flowDesign.fields.own')}</p>
        <Button size="small" onClick={() => set({ fields: { '*': 'edit' } })}>
          {t('flowDesign.fields.decide')}
        </Button>
      </Part>
    );
  return (
    <Part title={t('flowDesign.fields.title')}>
      <div className="jm-row jm-wrap">
        <Segmented<Filter>
          size="small"
          aria-label={t('flowDesign.fields.filter')}
          value={filter}
          onChange={setFilter}
          options={(['all', 'protected', 'clear'] as const).map((each) => ({
            value: each,
            label: t(`flowDesign.fields.${each}`),
          }))}
        />
        <Button size="small" type="link" onClick={() => set({ fields: careful(fields) })}>
          {t('flowDesign.fields.careful')}
        </Button>
      </div>
      <table className="jm-flow-matrix">
        <caption className="jm-sr">{t('flowDesign.fields.title')}</caption>
        <thead className="jm-sr">
          <tr>
            <th scope="col">{t('flowDesign.fields.field')}</th>
            <th scope="col">{t('flowDesign.fields.access')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="jm-quiet">
              {t('flowDesign.fields.rest')}
            </th>
            <td>
              <AccessSelect
                name={t('flowDesign.fields.rest')}
                value={node.fields?.['*'] ?? (node.fields ? 'hidden' : 'masked')}
                onChange={(access) => change('*', access)}
                opens={opens}
              />
            </td>
          </tr>
          {shown.slice(0, arrived).map((field) => (
            <Row
              key={field.key}
              field={field}
              said={accessAt(node, field.key)}
              shown={shownAt(node, field)}
              opens={opens}
              onChange={change}
            />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

interface RowProps {
  field: Field;
  /** What the node says, and what is shown in fact. */
  said: Access;
  shown: Access;
  opens: boolean;
  onChange: (field: string, access: Access) => void;
}

/** Drawn again only when something of its own has changed. */
const Row = memo(function Row({ field, said, shown, opens, onChange }: RowProps) {
  const { t, fieldTitle } = useWords();
  return (
    <tr data-level={levelOf(field)}>
      <th scope="row">
        <FieldTitle field={field} />
        {said === shown ? null : (
          <span className="jm-hint"> {t('flowDesign.fields.capped', { access: t(`flowDesign.access.${shown}`) })}</span>
        )}
      </th>
      <td>
        <AccessSelect
          name={fieldTitle(field.key)}
          value={said}
          most={mostOf(field)}
          opens={opens}
          onChange={(access) => onChange(field.key, access)}
        />
      </td>
    </tr>
  );
});

interface SelectProps {
  name: string;
  value: Access;
  most?: Access;
  /** Whether values may be opened here. */
  opens: boolean;
  onChange: (access: Access) => void;
}

function AccessSelect({ name, value, most = 'edit', opens, onChange }: SelectProps) {
  const { t } = useWords();
  const over = (access: Access) => access === 'read' && ACCESSES.indexOf(access) > ACCESSES.indexOf(most);
  return (
    <Select<Access>
      size="small"
      aria-label={name}
      value={value}
      onChange={onChange}
      className={`jm-flow-access jm-flow-access-${value}`}
      options={ACCESSES.filter((access) => opens || access !== 'reveal' || access === value).map((access) => ({
        value: access,
        label: t(`flowDesign.access.${access}`),
        disabled: over(access),
      }))}
    />
  );
}
