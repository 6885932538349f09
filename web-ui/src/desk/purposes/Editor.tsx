import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { call, findingText, Problem, problemText, type Page, type Purpose } from '../../api';
import { local, useText } from '../../i18n';
import { usesOf } from '../inventory/inventory';
import { useInventory } from '../useInventory';
import { MOST, named, sameLines, toLines, toPurposes, type Line } from './purposes';

interface Props {
  tenant: string;
  address: string;
  kept: Purpose[];
  readOnly: boolean;
}

/** The list as a draft, saved as a whole. What fields name cannot be taken away: they would have no purpose any more. */
export function Editor({ tenant, address, kept, readOnly }: Props) {
  const t = useText();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [lines, setLines] = useState(() => toLines(kept));
  const save = useMutation({
    mutationFn: (items: Purpose[]) => call<Page<Purpose>>(address, { method: 'PUT', body: { items } }),
    onSuccess: (now) => {
      cache.setQueryData([address], now);
      setLines(toLines(now.items));
      void message.success(t('desk.purposes.saved'));
    },
  });
  const changed = !sameLines(lines, toLines(kept));
  const whole = lines.length > 0 && lines.every(named);
  const put = (id: string, patch: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...patch } : line)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && whole) save.mutate(toPurposes(lines));
      }}
    >
      <ul className="jm-card">
        {lines.map((line, index) => (
          <PurposeLine
            key={line.id}
            tenant={tenant}
            line={line}
            number={index + 1}
            readOnly={readOnly}
            onChange={(patch) => put(line.id, patch)}
            onRemove={() => setLines((before) => before.filter(({ id }) => id !== line.id))}
          />
        ))}
      </ul>
      {save.error ? (
        <Alert
          role="alert"
          type="error"
          showIcon
          message={problemText(save.error)}
          description={save.error instanceof Problem ? save.error.errors.map(findingText).join(' ') : undefined}
        />
      ) : null}
      {readOnly ? null : (
        <div className="jm-desk-bar">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed || !whole}>
            {t('desk.purposes.save')}
          </Button>
          <Button disabled={!changed} onClick={() => setLines(toLines(kept))}>
            {t('desk.purposes.discard')}
          </Button>
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={lines.length >= MOST}
            onClick={() =>
              setLines((before) => [...before, { id: crypto.randomUUID(), key: undefined, zh: '', en: '', others: {} }])
            }
          >
            {t('desk.purposes.add')}
          </Button>
          {whole ? null : <span className="jm-desk-missing">{t('desk.purposes.unnamed')}</span>}
        </div>
      )}
    </form>
  );
}

interface LineProps {
  tenant: string;
  line: Line;
  number: number;
  readOnly: boolean;
  onChange: (patch: Partial<Line>) => void;
  onRemove: () => void;
}

function PurposeLine({ tenant, line, number, readOnly, onChange, onRemove }: LineProps) {
  const t = useText();
  const inventory = useInventory(tenant).data?.items;
  const uses = usesOf(inventory ?? []).get(line.key ?? '') ?? [];
  const title = line.zh || line.en || t('desk.purposes.nth', { number });
  const input = (language: 'zh' | 'en') => (
    <Input
      aria-label={t(`desk.purposes.in.${language}`, { number })}
      placeholder={t(`desk.purposes.${language}`)}
      value={line[language]}
      maxLength={80}
      onChange={(event) => onChange({ [language]: event.target.value })}
    />
  );
  return (
    <li className="jm-desk-line">
      {readOnly ? (
        <p className="jm-desk-strong">{local(toPurposes([line])[0]?.title, title)}</p>
      ) : (
        <div className="jm-desk-purpose">
          {input('zh')}
          {input('en')}
          <Tooltip title={uses.length > 0 ? t('desk.purposes.usedStill') : undefined}>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('desk.purposes.remove', { purpose: title })}
              disabled={uses.length > 0}
              onClick={onRemove}
            />
          </Tooltip>
        </div>
      )}
      {uses.length === 0 ? (
        <p className="jm-hint">{inventory ? t('desk.purposes.unused') : null}</p>
      ) : (
        <details className="jm-hint">
          <summary>{t('desk.purposes.used', { count: uses.length })}</summary>
          <ul>
            {uses.map(({ form, field }) => (
              <li key={`${form.form}.${field.field}`}>
                {local(form.title, form.form)} · {local(field.title, field.field)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
