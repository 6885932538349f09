import { EyeInvisibleOutlined, EyeOutlined, TeamOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { FieldTitle } from '../../fields/signs/FieldTitle';
import { listed, local, useText } from '../../i18n';
import type { FormDocument } from '../../studio';
import { Face } from '../../ui';
import { draftLevel, fieldsOf, groupsOf } from '../groups';
import type { Publication, RightsChange, SightChange } from '../queries';
import { groupTitle, useAccessWord } from '../words';

interface Props {
  document: FormDocument;
  published: FormDocument | undefined;
  plan: Publication;
  /** Whether there is no version yet: then all is new to everybody. */
  first: boolean;
}

/** Which people come to see more or less, and what else their groups may do from now on. */
export function Sight({ document, published, plan, first }: Props) {
  const t = useText();
  const sight = [...(plan.sight ?? [])].sort((left, right) => weight(document, right) - weight(document, left));
  const others = together(plan.rights.filter((change) => change.what !== 'field'));
  if (sight.length === 0 && others.length === 0)
    return <p className="jm-quiet">{t(first ? 'permissions.publish.nobody' : 'permissions.publish.sameSight')}</p>;
  return (
    <>
      <ul className="jm-publish-list">
        {sight.map((change) => (
          <Line key={`${change.field} ${change.from} ${change.to}`} documents={[document, published]} change={change} />
        ))}
      </ul>
      {others.length > 0 ? (
        <ul className="jm-publish-list">
          {others.map(({ change, actions }) => (
            <Right
              key={`${change.group} ${change.what} ${change.key ?? ''}`}
              change={change}
              actions={actions}
              documents={[document, published]}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

type Documents = (FormDocument | undefined)[];

function Line({ documents, change }: { documents: Documents; change: SightChange }) {
  const t = useText();
  const word = useAccessWord();
  const found = documents.flatMap((each) => (each ? fieldsOf(each) : [])).find((field) => field.key === change.field);
  const field = found ?? { key: change.field, type: 'text' };
  const gains = change.effect === 'gains';
  return (
    <li className={`jm-publish-change jm-publish-${change.effect}`}>
      {gains ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
      <span>
        <span className="jm-row jm-wrap">
          {t(gains ? 'permissions.publish.gain' : 'permissions.publish.lose', { count: change.people })}
          <FieldTitle field={{ ...field, sensitivity: { ...field.sensitivity, level: draftLevel(field) } }} />
        </span>
        <span className="jm-hint">
          {word(change.from)} → {word(change.to)}
        </span>
        <Faces people={change.members} count={change.people} />
      </span>
    </li>
  );
}

const SHOWN = 6;

function Faces({ people, count }: { people: SightChange['members']; count: number }) {
  const t = useText();
  const names = listed(people.map((person) => person.name));
  return (
    <Tooltip title={names}>
      {/* A tooltip is not for everybody: who uses the keyboard hears the names. */}
      <span className="jm-faces" role="img" aria-label={names}>
        {people.slice(0, SHOWN).map((person) => (
          <Face key={person.id} id={person.id} name={person.name} />
        ))}
        {count > SHOWN ? (
          <span className="jm-hint">{t('permissions.publish.more', { count: count - SHOWN })}</span>
        ) : null}
      </span>
    </Tooltip>
  );
}

interface Rights {
  change: RightsChange;
  /** What the group may do from now on, or no longer. */
  actions: string[];
}

/** All actions that a group gains, or loses, in one line. */
function together(changes: RightsChange[]): Rights[] {
  const lines: Rights[] = [];
  for (const change of changes) {
    const line = lines.find(
      (each) =>
        change.what === 'action' &&
        each.change.what === 'action' &&
        each.change.group === change.group &&
        each.change.effect === change.effect,
    );
    if (line) line.actions.push(change.key ?? '');
    else lines.push({ change, actions: [change.key ?? ''] });
  }
  return lines;
}

function Right({ change, actions, documents }: Rights & { documents: Documents }) {
  const t = useText();
  const group = documents.flatMap((each) => (each ? groupsOf(each) : [])).find(({ key }) => key === change.group);
  const title = groupTitle(group ?? { key: change.group });
  const field = documents.flatMap((each) => (each ? fieldsOf(each) : [])).find(({ key }) => key === change.key);
  const what = change.what === 'public' && change.key ? 'publicField' : change.what;
  const action = change.what === 'action' ? listed(actions.map((each) => t(`permissions.action.${each}`))) : '';
  return (
    <li className={`jm-publish-change jm-publish-${change.effect}`}>
      <TeamOutlined aria-hidden />
      <span>
        {change.what === 'changes' || change.effect === 'changes'
          ? t('permissions.publish.groupChanges', { group: title, what: t(`permissions.part.${change.what}`) })
          : t(`permissions.publish.${what}.${change.effect}`, {
              group: title,
              action,
              field: local(field?.title, change.key ?? ''),
            })}
      </span>
    </li>
  );
}

/** What is protected most comes first, and what is gained before what is lost. */
function weight(document: FormDocument, change: SightChange): number {
  const field = fieldsOf(document).find((each) => each.key === change.field);
  const level = field ? ['public', 'internal', 'personal', 'sensitive', 'secret'].indexOf(draftLevel(field)) : 0;
  return level * 2 + (change.effect === 'gains' ? 1 : 0);
}
