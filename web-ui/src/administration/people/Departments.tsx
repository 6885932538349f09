import { useText } from '../../i18n';
import { forest, type Branch, type Department } from './people';

interface Props {
  departments: Department[];
  names: ReadonlyMap<string, string>;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** The tree of departments with who heads each; the chosen one narrows the members beside it. */
export function Departments({ departments, names, chosen, onChoose }: Props) {
  const t = useText();
  return (
    <nav className="jm-card jm-admin-tree" aria-label={t('administration.people.departments')}>
      <Choice title={t('administration.people.everybody')} chosen={chosen === null} onChoose={() => onChoose(null)} />
      <Level branches={forest(departments)} names={names} chosen={chosen} onChoose={onChoose} />
    </nav>
  );
}

interface LevelProps {
  branches: Branch[];
  names: ReadonlyMap<string, string>;
  chosen: string | null;
  onChoose: (id: string) => void;
}

function Level({ branches, names, chosen, onChoose }: LevelProps) {
  const t = useText();
  if (branches.length === 0) return null;
  return (
    <ul>
      {branches.map(({ department, below }) => {
        const heads = department.heads.map((id) => names.get(id)).filter((name) => name !== undefined);
        return (
          <li key={department.id}>
            <Choice
              title={department.name}
              chosen={chosen === department.id}
              onChoose={() => onChoose(department.id)}
              {...(heads.length > 0 ? { note: t('administration.people.headed', { names: heads.join(' · ') }) } : {})}
            />
            <Level branches={below} names={names} chosen={chosen} onChoose={onChoose} />
          </li>
        );
      })}
    </ul>
  );
}

interface ChoiceProps {
  title: string;
  note?: string;
  chosen: boolean;
  onChoose: () => void;
}

function Choice({ title, note, chosen, onChoose }: ChoiceProps) {
  return (
    <button type="button" className="jm-plain jm-admin-choice" aria-pressed={chosen} onClick={onChoose}>
      <span>{title}</span>
      {note ? <span className="jm-hint">{note}</span> : null}
    </button>
  );
}
