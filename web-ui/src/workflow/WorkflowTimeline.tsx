import {
  BellOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  FieldTimeOutlined,
  FormOutlined,
  MailOutlined,
  PartitionOutlined,
  RollbackOutlined,
  SendOutlined,
  SubnodeOutlined,
  StopOutlined,
  SwapOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { WorkflowEntry, WorkflowView } from '../api';
import { Files } from '../fields/attachments/Files';
import { formatDuration, listed, useText } from '../i18n';
import { PersonName, usePersonName, When } from '../ui';
import { nodeTitle } from './node';
import { Started, StartedBy } from './Started';
import { StatusMark } from './StatusMark';
import './workflow.css';

const ICONS: Record<string, ReactNode> = {
  submit: <SendOutlined aria-hidden />,
  handle: <FormOutlined aria-hidden />,
  approve: <CheckCircleFilled aria-hidden />,
  reject: <CloseCircleFilled aria-hidden />,
  return: <RollbackOutlined aria-hidden />,
  transfer: <SwapOutlined aria-hidden />,
  cc: <MailOutlined aria-hidden />,
  automation: <ThunderboltOutlined aria-hidden />,
  subworkflow: <SubnodeOutlined aria-hidden />,
  withdraw: <RollbackOutlined aria-hidden />,
  terminate: <StopOutlined aria-hidden />,
  end: <CheckCircleFilled aria-hidden />,
  timeOut: <FieldTimeOutlined aria-hidden />,
  timeOutApprove: <FieldTimeOutlined aria-hidden />,
  timeOutReject: <CloseCircleFilled aria-hidden />,
  timeOutReassign: <SwapOutlined aria-hidden />,
  autoRemind: <BellOutlined aria-hidden />,
  delegate: <SwapOutlined aria-hidden />,
};

interface Props {
  tenant: string;
  view: WorkflowView;
  /** What may be done with an open task whose person the reader may know. */
  act?: (task: OpenTask) => ReactNode;
}

/** What has been decided, by whom, and who is next; oldest first, as the auditor reads it. */
export function WorkflowTimeline({ tenant, view, act }: Props) {
  const t = useText();
  const open = stepsOf(view.openTasks);
  return (
    <div className="jm-flow">
      <p className="jm-row">{view.status ? <StatusMark status={view.status} /> : null}</p>
      <ol>
        {view.entries.map((entry, index) => (
          <Entry key={index} tenant={tenant} entry={entry} />
        ))}
        {open.length > 1 ? (
          <li className="jm-flow-step jm-flow-beside">
            <span className="jm-flow-icon" aria-hidden>
              <PartitionOutlined aria-hidden />
            </span>
            <div className="jm-quiet">{t('workflow.sideBySide', { count: open.length })}</div>
          </li>
        ) : null}
        {open.map(({ task, tasks }) => (
          <li key={task.id} className="jm-flow-step jm-flow-open">
            <span className="jm-flow-icon" aria-hidden>
              <ClockCircleOutlined aria-hidden />
            </span>
            <div>
              <p>
                <strong>{nodeTitle(task) || t('workflow.nextStep')}</strong>{' '}
                <span className="jm-quiet">
                  {tasks.length > 1 ? t('workflow.waitingFor', { count: tasks.length }) : t('workflow.waiting')}
                </span>
              </p>
              {act
                ? tasks.flatMap((each) =>
                    each.assignee
                      ? [
                          <p key={each.id} className="jm-row jm-hint">
                            <PersonName person={each.assignee} />
                            {act(each)}
                          </p>,
                        ]
                      : [],
                  )
                : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

type OpenTask = WorkflowView['openTasks'][number];

/** One line per step: several people may be asked at the same one. */
function stepsOf(open: OpenTask[]): { task: OpenTask; tasks: OpenTask[] }[] {
  const steps = new Map<string, { task: OpenTask; tasks: OpenTask[] }>();
  for (const task of open) {
    const step = steps.get(task.node);
    if (step) step.tasks.push(task);
    else steps.set(task.node, { task, tasks: [task] });
  }
  return [...steps.values()];
}

function Entry({ tenant, entry }: { tenant: string; entry: WorkflowEntry }) {
  const t = useText();
  const nameOf = usePersonName();
  const node = nodeTitle(entry);
  const act = t(`workflow.did.${entry.action}`, { defaultValue: t('workflow.did.other') });
  const did = entry.step ? t(`workflow.step.${entry.step}`, { defaultValue: act }) : act;
  const took = entry.waitedMs ?? 0;
  return (
    <li className={`jm-flow-step jm-flow-${entry.action}`}>
      <span className="jm-flow-icon" aria-hidden>
        {ICONS[entry.action] ?? <CheckCircleFilled aria-hidden />}
      </span>
      <div>
        <p>
          {node && entry.action !== 'submit' ? (
            <>
              <strong>{node}</strong> <span className="jm-quiet">{did}</span>
            </>
          ) : (
            <strong>{did}</strong>
          )}
        </p>
        <p className="jm-hint jm-row">
          {entry.actor ? <PersonName person={entry.actor} /> : nameOf(null)}
          {entry.for ? <span>{t('workflow.onBehalf', { name: nameOf(entry.for) })}</span> : null}
          <When at={entry.at} />
          {took > 60_000 ? <span>{t('workflow.took', { time: formatDuration(took) })}</span> : null}
        </p>
        {entry.chosen && entry.chosen.length > 0 ? (
          <p className="jm-hint">{t('workflow.chose', { names: listed(entry.chosen.map(nameOf)) })}</p>
        ) : null}
        {entry.startedBy ? <StartedBy record={entry.startedBy.record} /> : null}
        {entry.children ? <Started of={entry.children} /> : null}
        {entry.comment ? <blockquote className="jm-quote">{entry.comment}</blockquote> : null}
        {entry.files && entry.files.length > 0 ? <Files tenant={tenant} files={entry.files} /> : null}
      </div>
    </li>
  );
}
