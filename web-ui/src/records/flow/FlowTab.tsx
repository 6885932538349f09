import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { problemText, type FormPlace, type WorkflowEntry, type WorkflowView } from '../../api';
import { useText } from '../../i18n';
import { StoppedNote } from '../../incidents';
import { nodeTitle, StatusChart, WorkflowTimeline } from '../../workflow';
import { CertificateMenu } from './CertificateMenu';
import { ReasonDialog, type Step } from './ReasonDialog';
import { OVERALL, useFlowAct, type Overall } from './useFlowAct';
import './flow.css';

interface Props {
  place: FormPlace;
  record: string;
  view: WorkflowView;
}

interface Asked {
  act: 'terminate' | 'reactivate' | 'reassign';
  task?: string;
}

/** Where the approval stands, and what this reader may do about it as a whole. */
export function FlowTab({ place, record, view }: Props) {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      {view.problem ? <StoppedNote tenant={place.tenant} problem={view.problem} /> : null}
      {view.status ? <StatusChart place={place} record={record} /> : null}
      <WorkflowTimeline
        tenant={place.tenant}
        view={view}
        act={(task) => (
          <Button size="small" aria-haspopup="dialog" onClick={() => setAsked({ act: 'reassign', task: task.id })}>
            {t('records.flow.reassign')}
          </Button>
        )}
      />
      {view.status ? <CertificateMenu place={place} record={record} /> : null}
      <Acts place={place} record={record} view={view} onAsk={(act) => setAsked({ act })} />
      {asked ? (
        <ReasonDialog
          place={place}
          record={record}
          {...asked}
          steps={asked.act === 'reactivate' ? stepsOf(view.entries) : []}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

function Acts({ place, record, view, onAsk }: Props & { onAsk: (act: 'terminate' | 'reactivate') => void }) {
  const t = useText();
  const send = useFlowAct(place, record, () => undefined);
  const open = OVERALL.filter((act) => (view.actions ?? []).includes(act));
  if (open.length === 0) return null;
  return (
    <section className="jm-flow-acts" aria-label={t('records.flow.acts')}>
      {send.error ? <Alert role="alert" type="error" showIcon message={problemText(send.error)} /> : null}
      <div className="jm-row jm-wrap">
        {open.map((act) =>
          needsReason(act) ? (
            <Button
              key={act}
              size="small"
              danger={act === 'terminate'}
              aria-haspopup="dialog"
              onClick={() => onAsk(act)}
            >
              {t(`records.flow.${act}`)}
            </Button>
          ) : (
            <Popconfirm
              key={act}
              title={t(`tasks.confirm.${act}`)}
              okText={t(`records.flow.${act}`)}
              cancelText={t('records.flow.cancel')}
              onConfirm={() => send.mutate({ act, comment: '' })}
            >
              <Button size="small" disabled={send.isPending}>
                {t(`records.flow.${act}`)}
              </Button>
            </Popconfirm>
          ),
        )}
      </div>
    </section>
  );
}

const needsReason = (act: Overall): act is 'terminate' | 'reactivate' => act === 'terminate' || act === 'reactivate';

/** People stood at these: they are the steps at which it can go on. */
const STOOD = ['approve', 'reject', 'return', 'transfer', 'reassign'];

function stepsOf(entries: WorkflowEntry[]): Step[] {
  const steps = new Map<string, string>();
  for (const entry of entries) {
    if (entry.node && STOOD.includes(entry.action) && nodeTitle(entry)) steps.set(entry.node, nodeTitle(entry));
  }
  return [...steps].map(([value, label]) => ({ value, label }));
}
