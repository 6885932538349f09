import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { FieldTitle } from '../../fields';
import { isProtected, levelOf, type Field } from '../../schema';
import { useFlow } from '../context';
import type { Access, FlowNode } from '../model/document';
import { ACCESSES, accessAt, mostOf, shownAt, withAccess } from '../model/views';
import { careful } from '../model/starter';
import { useWords } from '../useWords';
import type { ChangeNode } from './NodeParts';
import { Part } from './parts';

type Filter = 'all' | 'protected' | 'clear';

/** Fields by the five states: what the people of this step see, cut down by each field's tag. */
export function FieldMatrix({ node, set }: { node: FlowNode; set: ChangeNode }) {
  const { t } = useWords();
  const { fields } = useFlow();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = fields.filter((field) => filter === 'all' || isProtected(field) === (filter === 'protected'));
  const opens = node.type === 'approval' || node.type === 'handling';
  const change = (field: string, access: Access) => set({ fields: withAccess(node, field, access) });
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
          {shown.map((field) => (
            <Row key={field.key} node={node} field={field} opens={opens} onChange={change} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

interface RowProps {
  node: FlowNode;
  field: Field;
  opens: boolean;
  onChange: (field: string, access: Access) => void;
}

function Row({ node, field, opens, onChange }: RowProps) {
  const { t, fieldTitle } = useWords();
  const said = accessAt(node, field.key);
  const shown = shownAt(node, field);
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
}

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
