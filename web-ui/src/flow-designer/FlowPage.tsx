import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { problemText } from '../api';
import { useText } from '../i18n';
import { parseForm } from '../schema';
import { ConflictPage, StudioControls, useFindings, useFormStudio, useStudio, type Studio } from '../studio';
import { Failure, PageSkeleton } from '../ui';
import { FlowHead } from './FlowHead';
import { FlowWorkspace } from './FlowWorkspace';
import { asFlow, type Flow } from './model/document';
import './canvas.css';
import './flow.css';

/** The workflow that is being designed, below the bar of its form's studio. */
export function FlowPage() {
  const t = useText();
  const { tenant = '', app = '', workflow = '' } = useParams();
  const { studio, error, reload } = useStudio<Flow>({ tenant, app, kind: 'workflows', key: workflow });
  if (error)
    return (
      <Failure
        title={t('flowDesign.failed')}
        hint={problemText(error)}
        retry={{ label: t('app.retry'), act: reload }}
      />
    );
  if (!studio) return <PageSkeleton label={t('app.loading')} />;
  return <Designed key={workflow} studio={studio} />;
}

function Designed({ studio }: { studio: Studio<Flow> }) {
  const { studio: form } = useFormStudio();
  const checked = useFindings(studio);
  const flow = useMemo(() => asFlow(studio.document), [studio.document]);
  const fields = useMemo(() => parseForm({ definition: form.document }).fields, [form.document]);
  const stored = useStored(studio, flow);
  return (
    <>
      <StudioControls studio={studio} />
      {studio.conflict ? (
        <ConflictPage studio={studio} conflict={studio.conflict} />
      ) : (
        <div className="jm-flow-page">
          <FlowHead studio={studio} flow={flow} checked={checked} />
          <FlowWorkspace studio={studio} flow={flow} fields={fields} checked={checked} stored={stored} />
        </div>
      )}
    </>
  );
}

/** The document as the server has it: findings count in that one, not in what is being typed. */
function useStored(studio: Studio<Flow>, flow: Flow): Flow {
  const [stored, setStored] = useState(flow);
  if (studio.saving === 'saved' && stored !== flow) setStored(flow);
  return stored;
}
