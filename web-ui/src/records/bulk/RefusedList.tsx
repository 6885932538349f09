import { Button } from 'antd';
import { findingText, type Finding, type FormPlace, type FormRecord } from '../../api';
import { local, useText, type LocalText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { RecordName } from '../RecordName';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  /** Ids as they were sent. */
  ids: string[];
  chosen: ReadonlyMap<string, FormRecord>;
  findings: Finding[];
  onLeaveOut: (ids: string[]) => void;
}

const SHOWN = 5;

/** Which of many records stood in the way, by reason, and how to go on without them. */
export function RefusedList({ place, form, ids, chosen, findings, onLeaveOut }: Props) {
  const t = useText();
  const reasons = reasonsOf(form, ids, findings);
  const all = [...new Set(reasons.flatMap((reason) => reason.ids))];
  if (all.length === 0) return null;
  return (
    <div className="jm-refused" role="alert">
      <p>{t('bulk.refusedHint')}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.text}>
            <strong>{reason.text}</strong>
            <div>
              {reason.ids.slice(0, SHOWN).map((id) => {
                const record = chosen.get(id);
                return record ? <RecordName key={id} place={place} form={form} record={record} /> : null;
              })}
              {reason.ids.length > SHOWN ? (
                <span className="jm-quiet">{t('bulk.more', { count: reason.ids.length - SHOWN })}</span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {all.length < ids.length ? (
        <Button size="small" onClick={() => onLeaveOut(all)}>
          {t('bulk.leaveOut', { count: all.length })}
        </Button>
      ) : null}
    </div>
  );
}

/** `/ids/3` is the fourth record sent; the field, where one is meant, is a parameter. */
function reasonsOf(form: FormDefinition, ids: string[], findings: Finding[]): { text: string; ids: string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const finding of findings) {
    const id = ids[Number(/^\/ids\/(\d+)$/.exec(finding.pointer ?? '')?.[1] ?? Number.NaN)];
    if (id === undefined) continue;
    const key = finding.params?.['field'];
    const field = typeof key === 'string' ? fieldOf(form, key.split('/')[0] ?? '') : undefined;
    const message = finding.params?.['message'];
    const text = message ? local(message as LocalText) : findingText(finding);
    const reason = field ? `${local(field.title, field.key)}: ${text}` : text;
    reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  }
  return [...reasons].map(([text, of]) => ({ text, ids: of }));
}
