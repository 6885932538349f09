import { useFlow } from '../context';
import { put, type Flow } from '../model/document';
import { useWords } from '../useWords';
import { SwitchLine } from './DuePart';
import { ExpressionInput } from './ExpressionInput';
import { FindingsHere } from './FindingsButton';
import { Many, Part, TextLine } from './parts';
import { Within } from './Within';

/** What holds for the workflow as a whole: its name, when it starts, whether it can be withdrawn. */
export function WorkflowPanel() {
  const { t, nodeTitle, condition } = useWords();
  const { flow, change, findings } = useFlow();
  const set = (properties: { [K in keyof Flow]?: Flow[K] | undefined }) =>
    change(t('flowDesign.did.settings'), (now) => put(now, properties), Object.keys(properties).join(' '));
  const own = findings.filter((each) => each.node === undefined);
  const steps = flow.nodes.filter((node) => ['approval', 'handling'].includes(node.type));
  return (
    <div className="jm-flow-panel-body">
      <header className="jm-flow-panel-head">
        <h2>{t('flowDesign.workflow')}</h2>
        <p className="jm-hint">{t('flowDesign.choose')}</p>
        <TextLine label={t('flowDesign.title')} value={flow.title} onChange={(title) => set({ title })} />
      </header>
      <FindingsHere findings={own} />
      <Part title={t('flowDesign.start.title')}>
        <SwitchLine
          label={t('flowDesign.start.conditional')}
          checked={flow.startWhen !== undefined}
          onChange={(on) => set({ startWhen: on ? '' : undefined })}
        />
        {flow.startWhen === undefined ? (
          <p className="jm-hint">{t('flowDesign.start.always')}</p>
        ) : (
          <>
            <Within findings={own}>
              <ExpressionInput
                label={t('flowDesign.start.when')}
                name="startWhen"
                value={flow.startWhen}
                wants="boolean"
                onChange={(startWhen) => set({ startWhen })}
              />
            </Within>
            <p className="jm-flow-sentence">{condition(flow.startWhen)}</p>
          </>
        )}
      </Part>
      <Part title={t('flowDesign.withdraw.title')}>
        <SwitchLine
          label={t('flowDesign.withdraw.on')}
          checked={flow.withdraw !== undefined}
          onChange={(on) => set({ withdraw: on ? { by: 'initiator' } : undefined })}
        />
        {flow.withdraw ? (
          <Many
            label={t('flowDesign.withdraw.before')}
            placeholder={t('flowDesign.withdraw.always')}
            value={flow.withdraw.before ?? []}
            onChange={(before) =>
              set({ withdraw: before.length > 0 ? { by: 'initiator', before } : { by: 'initiator' } })
            }
            options={steps.map((node) => ({ value: node.key, label: nodeTitle(node) }))}
          />
        ) : null}
      </Part>
    </div>
  );
}
