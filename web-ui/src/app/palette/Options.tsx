import { LockOutlined, SearchOutlined } from '@ant-design/icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../i18n';
import type { Goal } from './goals';
import { Marked } from './Marked';

/** One thing that Enter does. */
export type Choice = { goal: Goal } | { exactly: string };

export interface Group {
  key: string;
  title: string;
  choices: Choice[];
}

interface Props {
  groups: Group[];
  /** Which of all choices is active, over all groups. */
  active: number;
  wanted: string;
  onActive: (index: number) => void;
  onChoose: (choice: Choice) => void;
}

export const LIST = 'palette-list';
export const optionId = (index: number) => `palette-${index}`;

/** What was found, by kind. Keys are handled by the combobox, which keeps the focus. */
export function Options({ groups, active, wanted, onActive, onChoose }: Props) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { choices }) => sum + choices.length, 0));
  return (
    <div id={LIST} ref={list} role="listbox" aria-label={t('app.search')} className="jm-palette-list">
      {groups.map(({ key, title, choices }, at) => (
        <div key={key} role="group" aria-labelledby={`${LIST}-${key}`}>
          <div id={`${LIST}-${key}`} role="presentation" className="jm-palette-group jm-hint">
            {title}
          </div>
          {choices.map((choice, within) => {
            const index = (starts[at] ?? 0) + within;
            return (
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={'goal' in choice ? choice.goal.to : 'exactly'}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                className="jm-palette-option"
                onMouseMove={() => index !== active && onActive(index)}
                onClick={() => onChoose(choice)}
              >
                {'goal' in choice ? (
                  <GoalLine goal={choice.goal} wanted={wanted} />
                ) : (
                  <ExactLine text={choice.exactly} />
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function GoalLine({ goal, wanted }: { goal: Goal; wanted: string }) {
  const t = useText();
  return (
    <Line where={goal.where}>
      <span className={goal.masked ? 'jm-mono' : ''}>
        {goal.masked ? <LockOutlined aria-label={t('palette.masked')} /> : null}{' '}
        <Marked text={goal.title || t('home.untitled')} wanted={goal.masked ? '' : wanted} />
      </span>
      {goal.match ? (
        <span className="jm-hint jm-palette-match">
          {goal.match.title}: <Marked text={goal.match.text} wanted={wanted} />
        </span>
      ) : null}
    </Line>
  );
}

function ExactLine({ text }: { text: string }) {
  const t = useText();
  return (
    <Line where={t('palette.noted')}>
      <span>
        <SearchOutlined aria-hidden /> {t('palette.exactly', { text })}
      </span>
    </Line>
  );
}

function Line({ where, children }: { where: string; children: ReactNode }) {
  return (
    <>
      <span className="jm-palette-what">{children}</span> <span className="jm-hint">{where}</span>
    </>
  );
}
