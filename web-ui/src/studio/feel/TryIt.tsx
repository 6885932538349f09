import { Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { call, findingText, path, Problem, problemText } from '../../api';
import { useText } from '../../i18n';
import type { FeelName } from './names';

interface Props {
  text: string;
  names: FeelName[];
  tenant: string;
  wants: string | undefined;
}

interface Tried {
  type: string;
  value: unknown;
}

/** The expression worked out by the server on values that one writes here; nothing is kept. */
export function TryIt({ text, names, tenant, wants }: Props) {
  const t = useText();
  const id = useId();
  const [values, setValues] = useState<Record<string, string>>({});
  const used = names.filter(({ name }) => new RegExp(`(?<![\\w.])${name.replace('.', '\\.')}(?![\\w.])`).test(text));
  const body = JSON.stringify({ expression: text, context: contextOf(used, values) });
  const asked = useDeferredValue(body);
  const answer = useQuery({
    queryKey: ['try', asked],
    queryFn: ({ signal }) =>
      call<Tried>(path`/tenants/${tenant}/expressions/evaluate`, { method: 'POST', body: JSON.parse(asked), signal }),
    staleTime: 60_000,
    retry: false,
  });
  return (
    <div className="jm-try">
      {used.map(({ name, type, title }) => (
        <div key={name} className="jm-try-line">
          <label htmlFor={`${id}-${name}`}>{title || name}</label>
          <Input
            id={`${id}-${name}`}
            size="small"
            value={values[name] ?? ''}
            placeholder={t(`studio.feel.sample.${sampleOf(type)}`)}
            onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))}
          />
        </div>
      ))}
      <p className="jm-try-result" role="status">
        {answer.data ? (
          <>
            <span className="jm-hint">{t('studio.feel.result')}</span>{' '}
            <code className="jm-mono">{shown(answer.data.value)}</code>{' '}
            <span className="jm-hint">{answer.data.type}</span>
            {wants && answer.data.type !== wants && answer.data.type !== 'null' ? (
              <span className="jm-error"> {t('studio.feel.wants', { type: wants })}</span>
            ) : null}
          </>
        ) : null}
        {answer.error ? <span className="jm-error">{refusal(answer.error)}</span> : null}
      </p>
    </div>
  );
}

function refusal(problem: unknown): string {
  const first = problem instanceof Problem ? problem.errors[0] : undefined;
  return first ? findingText(first) : problemText(problem);
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const sampleOf = (type: string) =>
  ['number', 'boolean', 'date', 'list'].includes(type) ? type : type === 'date-time' ? 'date' : 'string';

/** What was written as JSON values: `12.5`, `true`, a list by commas; nothing is null. Columns are rows of one. */
export function contextOf(names: FeelName[], values: Record<string, string>): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const { name, type } of names) {
    const value = valueOf(type, values[name]?.trim() ?? '');
    const [top = '', column] = name.split('.');
    if (column === undefined) {
      context[name] ??= value;
      continue;
    }
    const rows = Array.isArray(value) ? value : [value];
    const before = Array.isArray(context[top]) ? (context[top] as Record<string, unknown>[]) : [];
    context[top] = rows.map((cell, index) => ({ ...before[index], [column]: cell }));
  }
  return context;
}

function valueOf(type: string, text: string): unknown {
  if (text === '') return null;
  if (type === 'boolean') return ['true', '是', 'yes', '1'].includes(text.toLowerCase());
  if (type === 'list' || /[,，]/.test(text)) return text.split(/[,，]/).map((part) => scalar(part.trim()));
  return type === 'number' ? scalar(text) : text;
}

const scalar = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
