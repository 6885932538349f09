import { CheckCircleOutlined, CloseCircleFilled, InfoCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { findingText, type Finding } from '../../api';
import { i18n } from '../../i18n';
import { edgeName, useFlow } from '../context';
import { gravest, severityOf, type Placed, type Severity } from '../model/findings';
import { nodeOf } from '../model/graph';
import { useWords } from '../useWords';

const signs: Record<Severity, React.ReactNode> = {
  error: <CloseCircleFilled className="jm-flow-bad" aria-hidden />,
  warning: <WarningFilled className="jm-flow-warn" aria-hidden />,
  info: <InfoCircleOutlined aria-hidden />,
};
const ORDER: Severity[] = ['error', 'warning', 'info'];

/** How many findings there are; opens the list, from which one goes to where each is solved. */
export function FindingsButton() {
  const { t } = useWords();
  const { findings } = useFlow();
  const [open, setOpen] = useState(false);
  const grave = gravest(findings);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<FindingLines findings={findings} onChosen={() => setOpen(false)} />}
    >
      <Button icon={grave ? signs[grave] : <CheckCircleOutlined aria-hidden />} aria-haspopup="dialog">
        {findings.length === 0 ? t('flowDesign.noFindings') : t('flowDesign.findings', { count: findings.length })}
      </Button>
    </Popover>
  );
}

function FindingLines({ findings, onChosen }: { findings: readonly Placed[]; onChosen: () => void }) {
  const { t, nodeTitle } = useWords();
  const { flow, select } = useFlow();
  if (findings.length === 0) return <p>{t('flowDesign.noFindingsHint')}</p>;
  const sorted = [...findings].sort(
    (left, right) => ORDER.indexOf(severityOf(left.finding)) - ORDER.indexOf(severityOf(right.finding)),
  );
  return (
    <ul className="jm-flow-findings">
      {sorted.map((each, index) => {
        const node = each.node === undefined ? undefined : nodeOf(flow, each.node);
        const to = each.edge === undefined ? (node?.key ?? null) : edgeName(flow, each.edge);
        return (
          <li key={index}>
            <button
              type="button"
              className="jm-plain jm-flow-finding"
              onClick={() => {
                select(to);
                onChosen();
              }}
            >
              {signs[severityOf(each.finding)]}
              <span>
                {said(each.finding)}
                <span className="jm-hint">{node ? nodeTitle(node) : t('flowDesign.workflow')}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The findings of what the panel shows, as lines at its top; `at` picks those of one property. */
export function FindingsHere({ findings }: { findings: readonly Placed[] }) {
  const { t } = useWords();
  if (findings.length === 0) return null;
  return (
    <ul className="jm-flow-here" aria-label={t('flowDesign.findingsHere')}>
      {findings.map(({ finding }, index) => (
        <li key={index} className={`jm-flow-here-${severityOf(finding)}`}>
          {signs[severityOf(finding)]}
          <span>
            {said(finding)}
            <FieldOf finding={finding} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A list of people that names nobody is too short to whoever reads definitions, and lacks somebody to whoever draws. */
function said(finding: Finding): string {
  const nobody =
    finding.code === 'definition.range' && /\/assignees\/(members|roles|departments)$/.test(finding.pointer ?? '');
  return nobody ? i18n.t('flowDesign.who.choose') : findingText(finding);
}

function FieldOf({ finding }: { finding: Placed['finding'] }) {
  const { t, fieldOf, fieldTitle } = useWords();
  const key = finding.params?.['field'];
  if (typeof key !== 'string' || !fieldOf(key)) return null;
  return <span className="jm-hint"> {t('flowDesign.atField', { field: fieldTitle(key) })}</span>;
}
