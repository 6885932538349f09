import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { call, problemText } from '../../api';
import { useText } from '../../i18n';
import { definitionPath, type Studio } from '../../studio';
import { Failure, PageSkeleton } from '../../ui';
import { RunProvider, type RunStates } from '../canvas/run';
import { FlowCanvas } from '../canvas/FlowCanvas';
import { useFlow } from '../context';
import type { Flow } from '../model/document';
import { nodeOf } from '../model/graph';
import { SampleForm } from './SampleForm';
import type { Course } from './course';
import { statesOf } from './course';
import { StepView } from './StepView';
import { sent } from './useAsked';

/** A run with a sample record: the chart shows how far it has come, the panel who is asked and what they see. Nothing is stored. */
export function Simulation({ studio, onClose }: { studio: Studio<Flow>; onClose: () => void }) {
  const t = useText();
  const { sample, fields, flow } = useFlow();
  const [answers, setAnswers] = useState<string[]>([]);
  const [at, setAt] = useState<number>();
  const [filling, setFilling] = useState(true);
  const body = { ...sent(sample, fields), answers };
  const run = useQuery({
    queryKey: [definitionPath(studio.place), 'simulate', studio.revision, body],
    queryFn: () => call<Course>(`${definitionPath(studio.place)}/simulate`, { method: 'POST', body }),
    enabled: !filling && studio.saving === 'saved',
    placeholderData: (before) => before,
    retry: false,
  });
  const course = filling ? undefined : run.data;
  const shown = Math.min(at ?? Number.MAX_SAFE_INTEGER, (course?.steps.length ?? 1) - 1);
  const states = useMemo<RunStates | null>(
    () =>
      course
        ? statesOf(
            course,
            shown,
            flow.nodes.map(({ key }) => key),
          )
        : null,
    [course, shown, flow],
  );
  const again = () => {
    setAnswers([]);
    setAt(undefined);
  };
  const answer = (word: string) => {
    setAnswers([...answers, word]);
    setAt(undefined);
  };
  return (
    <RunProvider value={states}>
      <div className="jm-flow-work">
        <FlowCanvas onOpenPanel={() => undefined} />
        <aside className="jm-flow-panel" aria-label={t('flowDesign.simulate.title')}>
          <div className="jm-flow-panel-body">
            <header className="jm-flow-panel-head">
              <h2>{t('flowDesign.simulate.title')}</h2>
              <p className="jm-hint">{t('flowDesign.simulate.hint')}</p>
              <Segmented
                block
                aria-label={t('flowDesign.simulate.title')}
                value={filling ? 'sample' : 'run'}
                onChange={(next) => {
                  setFilling(next === 'sample');
                  again();
                }}
                options={(['sample', 'run'] as const).map((each) => ({
                  value: each,
                  label: t(`flowDesign.simulate.${each}`),
                }))}
              />
            </header>
            {filling ? (
              <SampleForm onRun={() => setFilling(false)} />
            ) : run.error ? (
              <Failure
                title={t('flowDesign.simulate.failed')}
                hint={problemText(run.error)}
                retry={{ label: t('app.retry'), act: () => void run.refetch() }}
              />
            ) : course ? (
              <Steps course={course} at={shown} onAt={setAt} onAnswer={answer} onAgain={again} flow={flow} />
            ) : (
              <PageSkeleton label={t('app.loading')} />
            )}
            <Button onClick={onClose}>{t('flowDesign.simulate.close')}</Button>
          </div>
        </aside>
      </div>
    </RunProvider>
  );
}

interface StepsProps {
  course: Course;
  at: number;
  flow: Flow;
  onAt: (at: number) => void;
  onAnswer: (word: string) => void;
  onAgain: () => void;
}

function Steps({ course, at, flow, onAt, onAnswer, onAgain }: StepsProps) {
  const t = useText();
  const step = course.steps[at];
  if (!course.starts) return <p role="status">{t('flowDesign.simulate.notStarted')}</p>;
  const node = step && nodeOf(flow, step.node);
  const last = at === course.steps.length - 1;
  return (
    <>
      <div className="jm-row">
        <Button size="small" disabled={at <= 0} onClick={() => onAt(at - 1)}>
          {t('flowDesign.simulate.back')}
        </Button>
        <span className="jm-grow jm-num jm-flow-count">
          {t('flowDesign.simulate.stepOf', { at: at + 1, count: course.steps.length })}
        </span>
        <Button size="small" disabled={last} onClick={() => onAt(at + 1)}>
          {t('flowDesign.simulate.next')}
        </Button>
      </div>
      {step && node ? (
        <StepView step={step} node={node} open={last && course.status === 'open'} onAnswer={onAnswer} />
      ) : null}
      {last && course.status !== 'open' ? (
        <p role="status" className={`jm-flow-outcome jm-flow-outcome-${course.status}`}>
          {t(`flowDesign.simulate.status.${course.status}`)}
        </p>
      ) : null}
      <Button size="small" onClick={onAgain}>
        {t('flowDesign.simulate.again')}
      </Button>
    </>
  );
}
