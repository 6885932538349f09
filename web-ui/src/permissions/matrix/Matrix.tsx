import { Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { FieldTitle } from '../../fields/signs/FieldTitle';
import { local, useText } from '../../i18n';
import type { Field, Level } from '../../schema';
import type { FormDocument, PermissionGroup, Studio } from '../../studio';
import { clearAccess, draftLevel, fieldsOf, groupsOf, said, setAccess, STATES, type State } from '../groups';
import { groupTitle, useAccessWord } from '../words';
import { Bulk } from './Bulk';
import { Cell } from './Cell';
import { useGridKeys, type Spot } from './useGridKeys';
import './matrix.css';

const LEVELS: Level[] = ['public', 'internal', 'personal', 'sensitive', 'secret'];

/** All fields by all groups. One cell is in the tab order; arrows walk, 1 to 5 choose, Delete takes the group's own word back. */
export function Matrix({ studio }: { studio: Studio<FormDocument> }) {
  const t = useText();
  const id = useId();
  const word = useAccessWord();
  const [levels, setLevels] = useState<Level[]>([]);
  const grid = useRef<HTMLTableElement>(null);
  const groups = groupsOf(studio.document);
  const fields = fieldsOf(studio.document).filter((field) => levels.length === 0 || levels.includes(draftLevel(field)));
  const set = (groupKeys: string[], fieldKeys: string[], access: State | null) => {
    const one = fieldKeys.length === 1 ? fields.find(({ key }) => key === fieldKeys[0]) : undefined;
    const label = one
      ? t('permissions.did.name', { field: local(one.title, one.key) })
      : t('permissions.did.many', { count: fieldKeys.length });
    studio.change(label, access === null ? clearAccess(groupKeys, fieldKeys) : setAccess(groupKeys, fieldKeys, access));
  };
  const keys = useGridKeys(grid, fields.length, groups.length, ({ row, column }, access) => {
    const [field, group] = [fields[row], groups[column]];
    if (field && group) set([group.key], [field.key], access);
  });
  return (
    <section className="jm-matrix" aria-label={t('permissions.matrix')}>
      <div className="jm-matrix-head">
        <label htmlFor={id}>{t('permissions.byLevel')}</label>
        <Select
          id={id}
          mode="multiple"
          allowClear
          placeholder={t('permissions.allLevels')}
          value={levels}
          onChange={setLevels}
          options={LEVELS.map((level) => ({ value: level, label: t(`field.tagName.${level}`) }))}
        />
        <ul className="jm-matrix-legend" aria-label={t('permissions.legend')}>
          {STATES.map((state, index) => (
            <li key={state}>
              <kbd>{index + 1}</kbd> <span className={`jm-state jm-state-${state}`}>{word(state)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="jm-matrix-scroll">
        <table role="grid" ref={grid} onKeyDown={keys.onKeyDown} aria-label={t('permissions.matrix')}>
          <thead>
            <tr>
              <th scope="col">{t('permissions.field')}</th>
              {groups.map((group) => (
                <th key={group.key} scope="col">
                  <Bulk
                    label={groupTitle(group)}
                    onChoose={(access) =>
                      set(
                        [group.key],
                        fields.map(({ key }) => key),
                        access,
                      )
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field, row) => (
              <Row
                key={field.key}
                field={field}
                row={row}
                groups={groups}
                active={keys.active}
                onFocus={keys.setActive}
                onChoose={set}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="jm-hint">{t('permissions.matrixHint')}</p>
    </section>
  );
}

interface RowProps {
  field: Field;
  row: number;
  groups: PermissionGroup[];
  active: Spot;
  onFocus: (spot: Spot) => void;
  onChoose: (groups: string[], fields: string[], access: State | null) => void;
}

function Row({ field, row, groups, active, onFocus, onChoose }: RowProps) {
  const level = draftLevel(field);
  const levelled = { ...field, sensitivity: { ...field.sensitivity, level } };
  return (
    <tr>
      <th scope="row">
        <Bulk
          label={local(field.title, field.key)}
          shown={<FieldTitle field={levelled} />}
          onChoose={(access) =>
            onChoose(
              groups.map(({ key }) => key),
              [field.key],
              access,
            )
          }
        />
      </th>
      {groups.map((group, column) => (
        <Cell
          key={group.key}
          spot={{ row, column }}
          label={`${local(field.title, field.key)} · ${groupTitle(group)}`}
          said={said(group, field)}
          active={active.row === row && active.column === column}
          onFocus={onFocus}
          onChoose={(access) => onChoose([group.key], [field.key], access)}
        />
      ))}
    </tr>
  );
}
