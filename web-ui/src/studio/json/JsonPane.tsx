import { replaceEqualDeep } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { Suspense, useMemo, useState } from 'react';
import type { Finding } from '../../api';
import { useText } from '../../i18n';
import { lazily } from '../../ui';
import type { Studio } from '../useStudio';
import './json.css';

const JsonEditor = lazily(async () => (await import('./JsonEditor')).JsonEditor);
const JsonDifference = lazily(async () => (await import('./JsonDifference')).JsonDifference);

interface Props<T> {
  studio: Studio<T>;
  findings: Finding[];
  /** The published document to compare with; null: none is published. */
  published: T | null | undefined;
  /** What is done to the document by writing, in words. */
  label: string;
  /** What was written with what must not be changed put right. */
  kept?: (written: T) => T;
  /** Whether what was written can be drawn at all; else it stays a text. */
  fits?: (written: T) => boolean;
}

/** The definition as JSON, both ways: what is changed beside stands here, what is written here is a change like any other. */
export function JsonPane<T>({
  studio,
  findings,
  published,
  label,
  kept = (written) => written,
  fits = () => true,
}: Props<T>) {
  const t = useText();
  const [view, setView] = useState<'edit' | 'difference'>('edit');
  const [wrong, setWrong] = useState<{ over: T; how: 'broken' | 'shapeless' }>();
  const text = useMemo(() => JSON.stringify(studio.document, null, 2), [studio.document]);
  // Once the document has changed elsewhere, that stands in the editor.
  const broken = wrong?.over === studio.document ? wrong.how : undefined;
  const write = (next: string) => {
    const read = parsed<T>(next);
    const how = read === undefined ? 'broken' : fits(read) ? undefined : 'shapeless';
    setWrong(how && { over: studio.document, how });
    // What was not touched stays the same object: it need not be drawn again.
    if (read !== undefined && !how)
      studio.change(label, (before) => replaceEqualDeep(before, kept(read)), { merge: 'json' });
  };
  return (
    <div className="jm-json">
      <div className="jm-row jm-json-head">
        <Segmented
          size="small"
          aria-label="JSON"
          value={view}
          options={['edit', 'difference'].map((value) => ({ value, label: t(`studio.json.${value}`) }))}
          onChange={(next) => setView(next as typeof view)}
        />
        <span className="jm-grow" />
        <span role="status" className={broken ? 'jm-error' : 'jm-hint'}>
          {broken ? t(`studio.json.${broken}`) : t('studio.json.findings', { count: findings.length })}
        </span>
      </div>
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        {view === 'edit' ? (
          <JsonEditor text={text} findings={findings} onChange={write} />
        ) : published ? (
          <JsonDifference before={JSON.stringify(published, null, 2)} after={text} />
        ) : (
          <p className="jm-quiet jm-json-none">{t('studio.json.unpublished')}</p>
        )}
      </Suspense>
    </div>
  );
}

function parsed<T>(text: string): T | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as T) : undefined;
  } catch {
    return undefined;
  }
}
