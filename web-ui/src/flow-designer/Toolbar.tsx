import { ExperimentOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useText } from '../i18n';
import { useFlow } from './context';
import { gravest } from './model/findings';
import { FindingsButton } from './panel/FindingsButton';

export type View = 'flow' | 'chart' | 'bpmn' | 'json';
const VIEWS: View[] = ['flow', 'chart', 'bpmn', 'json'];

interface Props {
  view: View;
  onView: (view: View) => void;
  simulating: boolean;
  onSimulate: () => void;
}

/** Which view of the workflow is shown, what is wrong with it, and a run to try it out. */
export function Toolbar({ view, onView, simulating, onSimulate }: Props) {
  const t = useText();
  const { findings } = useFlow();
  return (
    <div className="jm-flow-tools">
      <Segmented<View>
        aria-label={t('flowDesign.views')}
        value={view}
        disabled={simulating}
        onChange={onView}
        options={VIEWS.map((each) => ({ value: each, label: t(`flowDesign.view.${each}`) }))}
      />
      <span className="jm-grow" />
      <FindingsButton />
      <Button
        icon={<ExperimentOutlined aria-hidden />}
        type={simulating ? 'primary' : 'default'}
        aria-pressed={simulating}
        disabled={!simulating && gravest(findings) === 'error'}
        title={gravest(findings) === 'error' ? t('flowDesign.simulate.blocked') : undefined}
        onClick={onSimulate}
      >
        {t('flowDesign.simulate.start')}
      </Button>
    </div>
  );
}
