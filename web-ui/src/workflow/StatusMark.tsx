import { useText } from '../i18n';
import './workflow.css';

const KNOWN = ['running', 'completed', 'rejected', 'withdrawn', 'terminated', 'draft', 'submitted', 'unread'];

/** The state of an approval or a record, as a word with a dot. Unknown states say nothing rather than a raw code. */
export function StatusMark({ status }: { status: string }) {
  const t = useText();
  const key = status.toLowerCase();
  if (!KNOWN.includes(key)) return null;
  return (
    <span className={`jm-status jm-status-${key}`}>
      <span className="jm-status-dot" aria-hidden />
      {t(`workflow.status.${key}`)}
    </span>
  );
}
