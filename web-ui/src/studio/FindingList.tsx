import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { findingText, type Finding } from '../api';
import { useText } from '../i18n';
import { emptyAt, pointerText } from './placeText';

interface Props {
  /** In which the findings' pointers are looked up. */
  document: unknown;
  findings: Finding[];
  /** Goes to where a finding is solved. */
  onOpen?: (finding: Finding) => void;
}

/** What publishing would say: errors first, each with its place in words. */
export function FindingList({ document, findings, onOpen }: Props) {
  const t = useText();
  if (findings.length === 0)
    return (
      <p className="jm-row jm-quiet">
        <CheckCircleOutlined aria-hidden /> {t('studio.noFindings')}
      </p>
    );
  const sorted = [...findings].sort((left, right) => weight(left) - weight(right));
  return (
    <ul className="jm-findings">
      {sorted.map((finding, index) => (
        <li key={`${finding.code} ${finding.pointer} ${index}`}>
          <Line document={document} finding={finding} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Line({ document, finding, onOpen }: { document: unknown; finding: Finding; onOpen: Props['onOpen'] }) {
  const t = useText();
  const bad = finding.severity === 'error';
  const pointer = finding.pointer ?? '';
  // "Too few" helps nobody who has only just begun.
  const begun = finding.code !== 'definition.range' || !emptyAt(document, pointer);
  const content = (
    <>
      {bad ? (
        <CloseCircleOutlined role="img" aria-label={t('studio.error')} />
      ) : (
        <WarningOutlined role="img" aria-label={t('studio.warning')} />
      )}
      <span>
        {begun ? findingText(finding) : t('studio.stillEmpty')}
        <span className="jm-hint" style={{ display: 'block' }}>
          {pointerText(document, pointer)}
        </span>
      </span>
    </>
  );
  const look = `jm-finding jm-finding-${bad ? 'error' : 'warning'}`;
  if (!onOpen) return <div className={look}>{content}</div>;
  return (
    <button type="button" className={`jm-plain ${look}`} onClick={() => onOpen(finding)}>
      {content}
    </button>
  );
}

const weight = (finding: Finding) => (finding.severity === 'error' ? 0 : 1);
