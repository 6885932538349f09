import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call, findingText, Problem, problemText, type Page, type Purpose } from '../../api';
import { useText } from '../../i18n';
import { useUndoNotice } from '../../ui';

interface Row {
  key: string;
  zh: string;
  en: string;
  /** Definitions may name it already: its key stays. */
  old: boolean;
}

const UNDO_SECONDS = 8;

function rowOf({ key, title }: Purpose): Row {
  return typeof title === 'string'
    ? { key, zh: title, en: title, old: true }
    : { key, zh: title['zh-CN'] ?? '', en: title['en'] ?? '', old: true };
}

const written = (rows: readonly Row[]): Purpose[] =>
  rows.map(({ key, zh, en }) => ({ key, title: zh === en ? zh : { 'zh-CN': zh || en, en: en || zh } }));

/** For what personal data is used here: the list that every sensitive field and every reveal chooses from. */
export function PurposesPart({ address, kept }: { address: string; kept: Purpose[] }) {
  const t = useText();
  const cache = useQueryClient();
  const notice = useUndoNotice();
  const [rows, setRows] = useState(() => kept.map(rowOf));
  const save = useMutation({
    mutationFn: (items: Purpose[]) => call<Page<Purpose>>(address, { method: 'PUT', body: { items } }),
    onSuccess: (answer, items) => {
      cache.setQueryData([address], answer);
      notice({
        key: 'purposes',
        text: t('administration.settings.saved'),
        seconds: UNDO_SECONDS,
        undo: items === kept ? undefined : { label: t('administration.settings.undo'), run: () => save.mutate(kept) },
      });
    },
  });
  const changed = JSON.stringify(written(rows)) !== JSON.stringify(written(kept.map(rowOf)));
  const errors = save.error instanceof Problem ? save.error.errors : [];
  const change = (index: number, part: Partial<Row>) =>
    setRows((before) => before.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <section className="jm-card jm-admin-card" aria-labelledby="settings-purposes">
      <h2 id="settings-purposes">{t('administration.settings.purposes')}</h2>
      <p className="jm-hint">{t('administration.settings.purposesHint')}</p>
      <ul className="jm-admin-purposes">
        {rows.map((row, index) => (
          <li key={index} className="jm-row jm-wrap">
            {(['key', 'zh', 'en'] as const).map((part) => (
              <Input
                key={part}
                className={part === 'key' ? 'jm-mono' : ''}
                aria-label={`${t(`administration.settings.part.${part}`)} ${index + 1}`}
                placeholder={t(`administration.settings.part.${part}`)}
                disabled={part === 'key' && row.old}
                value={row[part]}
                status={errors.some(({ pointer }) => pointer?.startsWith(`/items/${index}/`)) ? 'error' : ''}
                onChange={(event) => change(index, { [part]: event.target.value })}
              />
            ))}
            {row.old ? null : (
              <Button onClick={() => setRows((before) => before.filter((_, at) => at !== index))}>
                {t('administration.settings.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {save.isError ? (
        <div role="alert" className="jm-admin-errors">
          {errors.length === 0
            ? problemText(save.error)
            : errors.map((finding) => <p key={finding.pointer ?? finding.code}>{findingText(finding)}</p>)}
        </div>
      ) : null}
      <div className="jm-row jm-wrap">
        <Button onClick={() => setRows((before) => [...before, { key: '', zh: '', en: '', old: false }])}>
          {t('administration.settings.add')}
        </Button>
        <span className="jm-grow" />
        <Button disabled={!changed} onClick={() => setRows(kept.map(rowOf))}>
          {t('administration.settings.discard')}
        </Button>
        <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate(written(rows))}>
          {t('administration.settings.save')}
        </Button>
      </div>
    </section>
  );
}
