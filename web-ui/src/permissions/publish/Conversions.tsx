import { Button, Checkbox, Select } from 'antd';
import { useId } from 'react';
import { findingText } from '../../api';
import { formatNumber, local, useText } from '../../i18n';
import { pointerPlace, type FormDocument } from '../../studio';
import { fieldsOf } from '../groups';
import type { Publication } from '../queries';
import type { Asked } from './usePublish';

interface Props {
  document: FormDocument;
  plan: Publication;
  asked: Asked[];
  onAsk: (asked: Asked[]) => void;
  /** Reads all records, to see what would become of their values. */
  onLook: () => void;
  looking: boolean;
  looked: boolean;
}

/** Fields of another type: their values go along when somebody says so. */
export function Conversions({ document, plan, asked, onAsk, onLook, looking, looked }: Props) {
  const t = useText();
  const needed = plan.findings
    .filter((finding) => finding.code === 'field.type-changed')
    .map((finding) => pointerPlace(document, finding.pointer ?? '').filter((part) => part !== 'fields'))
    .map((place) => place.filter((part) => part !== 'type').join('.'));
  const fields = [...new Set([...asked.map(({ field }) => field), ...needed])].filter((field) => field !== '');
  if (fields.length === 0) return null;
  return (
    <section className="jm-publish-conversions" aria-label={t('permissions.convert.title')}>
      <h3>{t('permissions.convert.title')}</h3>
      <p className="jm-hint">{t('permissions.convert.hint')}</p>
      {fields.map((field) => (
        <Choice key={field} document={document} field={field} asked={asked} onAsk={onAsk} />
      ))}
      {asked.length > 0 ? (
        <Button size="small" onClick={onLook} loading={looking} disabled={looked && !looking}>
          {t('permissions.convert.look')}
        </Button>
      ) : null}
      <ul className="jm-publish-list">
        {(plan.conversions ?? []).map((found) => (
          <li key={found.field}>
            <p>
              {titleOf(document, found.field)}:{' '}
              {t('permissions.convert.found', {
                converted: formatNumber(found.converted),
                empty: formatNumber(found.empty),
                failed: formatNumber(found.failed),
              })}
            </p>
            {Object.entries(found.codes).map(([code, count]) => (
              <p key={code} className="jm-hint">
                {formatNumber(count)} × {findingText({ code })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  document: FormDocument;
  field: string;
  asked: Asked[];
  onAsk: (asked: Asked[]) => void;
}

function Choice({ document, field, asked, onAsk }: ChoiceProps) {
  const t = useText();
  const id = useId();
  const chosen = asked.find((each) => each.field === field);
  const others = asked.filter((each) => each.field !== field);
  return (
    <div className="jm-publish-choice">
      <Checkbox
        checked={chosen !== undefined}
        onChange={({ target }) => onAsk(target.checked ? [...others, { field, onFailure: 'refuse' }] : others)}
      >
        {t('permissions.convert.field', { field: titleOf(document, field) })}
      </Checkbox>
      {chosen ? (
        <>
          <label className="jm-hint" htmlFor={id}>
            {t('permissions.convert.onFailure')}
          </label>
          <Select
            id={id}
            size="small"
            value={chosen.onFailure}
            onChange={(onFailure) => onAsk([...others, { field, onFailure }])}
            options={(['refuse', 'keep-empty'] as const).map((value) => ({
              value,
              label: t(`permissions.convert.${value}`),
            }))}
          />
        </>
      ) : null}
    </div>
  );
}

function titleOf(document: FormDocument, path: string): string {
  const [top = '', cell] = path.split('.');
  const field = fieldsOf(document).find((each) => each.key === top);
  const inner = field?.fields?.find((each) => each.key === cell);
  return inner ? `${local(field?.title, top)} · ${local(inner.title, cell)}` : local(field?.title, path);
}
