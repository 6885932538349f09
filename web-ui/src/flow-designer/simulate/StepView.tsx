import { Button } from 'antd';
import { FieldTitle } from '../../fields';
import { PersonName } from '../../ui';
import { useWayWords } from '../canvas/Block';
import { useFlow } from '../context';
import type { FlowNode } from '../model/document';
import { passesOf } from '../model/graph';
import { ACCESSES } from '../model/views';
import { useWords } from '../useWords';
import type { RunStep } from './course';

interface Props {
  step: RunStep;
  node: FlowNode;
  /** It waits for an answer. */
  open: boolean;
  onAnswer: (word: string) => void;
}

/** One step of a run: who is asked, what they see, and which way it goes on. */
export function StepView({ step, node, open, onAnswer }: Props) {
  const { t, nodeTitle, mode, list, fieldTitle } = useWords();
  const asks = node.type === 'approval' || node.type === 'handling';
  return (
    <section className="jm-flow-part" aria-live="polite">
      <h3>{nodeTitle(node)}</h3>
      {asks || node.type === 'cc' ? (
        <>
          <p className="jm-hint">{t(asks ? 'flowDesign.simulate.asked' : 'flowDesign.simulate.told')}</p>
          {step.people.length > 0 ? (
            <ul className="jm-flow-people">
              {step.people.map((person) => (
                <li key={person.id}>
                  <PersonName person={person} />
                </li>
              ))}
            </ul>
          ) : step.via === 'previous' ? null : (
            <p>{t('flowDesign.test.nobody')}</p>
          )}
          {step.via && step.via !== 'rule' && step.via !== 'skip' ? (
            <p className="jm-hint">{t(`flowDesign.test.via.${step.via}`)}</p>
          ) : null}
          {asks && step.people.length > 1 ? <p className="jm-hint">{mode(node.sign)}</p> : null}
        </>
      ) : null}
      <Seen step={step} />
      {step.sets.length > 0 ? <p>{t('flowDesign.setsFields', { fields: list(step.sets.map(fieldTitle)) })}</p> : null}
      <Ways step={step} />
      {step.outcome ? <p className="jm-hint">{t(`flowDesign.simulate.did.${step.outcome}`)}</p> : null}
      {open ? (
        <div className="jm-row jm-wrap" role="group" aria-label={t('flowDesign.simulate.decide')}>
          {['approve', 'reject', 'return']
            .filter((word) => step.offered.includes(word))
            .map((word) => (
              <Button key={word} type={word === 'approve' ? 'primary' : 'default'} onClick={() => onAnswer(word)}>
                {t(
                  word === 'approve' && node.type === 'handling'
                    ? 'flowDesign.actions.handIn'
                    : `flowDesign.actions.${word}`,
                )}
              </Button>
            ))}
        </div>
      ) : null}
    </section>
  );
}

/** The fields by what is seen of them. */
function Seen({ step }: { step: RunStep }) {
  const { t } = useWords();
  const { fields } = useFlow();
  const groups = [...ACCESSES]
    .reverse()
    .map((access) => ({ access, found: fields.filter((field) => step.fields[field.key] === access) }))
    .filter(({ found }) => found.length > 0);
  if (groups.length === 0) return null;
  return (
    <dl className="jm-flow-seen">
      {groups.map(({ access, found }) => (
        <div key={access}>
          <dt>{t(`flowDesign.access.${access}`)}</dt>
          <dd>
            {found.map((field) => (
              <span key={field.key} className="jm-flow-chip">
                <FieldTitle field={field} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The way that is taken, in words, where there are several. */
function Ways({ step }: { step: RunStep }) {
  const { t } = useWords();
  const { flow } = useFlow();
  const words = useWayWords();
  const passes = passesOf(flow, step.node);
  if (passes.length < 2) return null;
  const taken = step.taken.flatMap((index) => {
    const edge = flow.edges[index];
    return edge ? [words(edge, passes.indexOf(index) + 1)] : [];
  });
  return (
    <>
      <p className="jm-hint">{t('flowDesign.simulate.ways', { count: taken.length })}</p>
      <ul className="jm-flow-taken">
        {taken.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
    </>
  );
}
