import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { FormPlace } from '../../api';
import { useText } from '../../i18n';
import type { AskedGroup } from './asked';
import { ConditionRow } from './ConditionRow';
import { isGroup, type Condition, type Group, type Match, type Part } from './parts';

interface Props {
  place: FormPlace;
  groups: AskedGroup[];
  group: Group;
  titleOf: (path: string) => string;
  blank: () => Condition | undefined;
  /** Begins the ids of its inputs. */
  id: string;
  /** Where it stands: empty for the whole, `2` for the group in the second place. */
  row?: string;
  onChange: (next: Group) => void;
  onRemove?: () => void;
}

/** Groups may stand in groups, and that is as deep as people can follow; the server takes more. */
const DEEPEST = 2;
const MATCHES: Match[] = ['all', 'any', 'none'];

/** Conditions of which all, any or none hold, and groups of such. */
export function GroupEditor({ place, groups, group, titleOf, blank, id, row = '', onChange, onRemove }: Props) {
  const t = useText();
  const depth = row === '' ? 0 : row.split('.').length;
  const put = (parts: Part[]) => onChange({ ...group, parts });
  const change = (at: number, next: Part) => put(group.parts.map((part, index) => (index === at ? next : part)));
  const remove = (at: number) => put(group.parts.filter((_, index) => index !== at));
  const first = blank();
  const name = row === '' ? t('filter.whole') : t('filter.group', { row });
  return (
    <div className={row === '' ? 'jm-filter-parts' : 'jm-filter-parts jm-filter-group'} role="group" aria-label={name}>
      <div className="jm-row">
        <Select<Match>
          aria-label={t('filter.match', { name })}
          className="jm-filter-match"
          value={group.match}
          options={MATCHES.map((match) => ({ value: match, label: t(`filter.matches.${match}`) }))}
          onChange={(match) => onChange({ ...group, match })}
        />
        <span className="jm-grow" />
        {onRemove ? (
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('filter.removeGroup', { row })}
            onClick={onRemove}
          />
        ) : null}
      </div>
      {group.parts.map((part, at) => {
        const where = row === '' ? String(at + 1) : `${row}.${at + 1}`;
        return isGroup(part) ? (
          <GroupEditor
            key={at}
            place={place}
            groups={groups}
            group={part}
            titleOf={titleOf}
            blank={blank}
            id={`${id}-${at}`}
            row={where}
            onChange={(next) => change(at, next)}
            onRemove={() => remove(at)}
          />
        ) : (
          <ConditionRow
            key={at}
            place={place}
            groups={groups}
            condition={part}
            title={titleOf(part.field)}
            id={`${id}-${at}`}
            row={where}
            onChange={(next) => change(at, next)}
            onRemove={() => remove(at)}
          />
        );
      })}
      <div className="jm-row">
        <Button
          type="link"
          className="jm-filter-add"
          icon={<PlusOutlined aria-hidden />}
          disabled={!first}
          onClick={() => first && put([...group.parts, first])}
        >
          {t('filter.add')}
        </Button>
        {depth < DEEPEST ? (
          <Button
            type="link"
            className="jm-filter-add"
            icon={<PlusOutlined aria-hidden />}
            disabled={!first}
            onClick={() =>
              first && put([...group.parts, { match: group.match === 'any' ? 'all' : 'any', parts: [first] }])
            }
          >
            {t('filter.addGroup')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
