import { useText } from '../i18n';
import './face.css';

const HUES = ['#4a63c8', '#2c7a7b', '#9c4f1c', '#7a4bb5', '#a8325e', '#3f7332'];

/** A person's initial in a calm disc; the hue follows the id so that it is the same everywhere. */
export function Face({ id, name, size = 24 }: { id: string; name: string; size?: 24 | 32 }) {
  const hue = HUES[[...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7) % HUES.length];
  const initial = /[\u4e00-\u9fff]/.test(name) ? name.slice(-1) : name.slice(0, 1).toUpperCase();
  return (
    <span className={`jm-face jm-face-${size}`} style={{ background: hue }} aria-hidden>
      {initial}
    </span>
  );
}

interface Person {
  id: string;
  name: string;
}

const UNNAMED = ['system', 'public'];

/** What the server writes before the name of a program, in every language. */
const PROGRAM = 'API · ';

/** Who did it: what no person did was done by an API client, by the system, or by a visitor whom nobody knows; the last two have no name of their own. */
export function usePersonName(): (person: Person | null | undefined) => string {
  const t = useText();
  return (person) => {
    if (!person || UNNAMED.includes(person.id)) return t(`person.${person?.id === 'public' ? 'public' : 'system'}`);
    return person.id.startsWith('client/')
      ? t('person.client', { name: person.name.replace(PROGRAM, '') })
      : person.name;
  };
}

export function PersonName({ person }: { person: Person }) {
  const name = usePersonName()(person);
  return (
    <span className="jm-person">
      <Face id={person.id} name={name} />
      <span>{name}</span>
    </span>
  );
}
