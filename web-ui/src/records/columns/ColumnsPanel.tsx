import { Button, Input } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { local, useText } from '../../i18n';
import { fieldOf, type FormDefinition } from '../../schema';
import { shownFields } from '../views/view';
import { ColumnLine } from './ColumnLine';
import { moved, pinToggled, resized, toggled } from './layout';
import type { Columns } from './useColumns';

/** With more, one is looked for by name. */
const MANY = 20;

interface Props {
  form: FormDefinition;
  columns: Columns;
  saved: boolean;
}

/** Every field that can be a column: those shown in their order, the others below. Alt and an arrow moves one, Ctrl+Z takes back. */
export function ColumnsPanel({ form, columns, saved }: Props) {
  const t = useText();
  const panel = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string>();
  const { layout, change, undo, reset } = columns;
  const titleOf = (key: string) => local(fieldOf(form, key)?.title, key);
  const all = shownFields(form);
  const [wanted, setWanted] = useState('');
  const meant = (key: string) => titleOf(key).toLowerCase().includes(wanted.trim().toLowerCase());
  const rest = all.filter(({ key }) => !layout.fields.includes(key) && meant(key));
  const nothing = rest.length === 0 && !layout.fields.some(meant);
  const move = (key: string, to: number) => {
    const next = moved(layout, key, to);
    change(next);
    setSaid(t('columns.movedTo', { field: titleOf(key), place: next.fields.indexOf(key) + 1 }));
    // Moving a line in the document takes the focus from it.
    const focused = document.activeElement;
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.isConnected && focused.focus());
  };
  const takeBack = () => {
    undo?.();
    setSaid(t('columns.undone'));
  };
  const keys = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || typing) return;
    event.preventDefault();
    takeBack();
  };
  return (
    // Keys pressed on the controls inside come up to here.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={panel} className="jm-columns" role="dialog" aria-label={t('columns.title')} onKeyDown={keys}>
      {all.length > MANY ? (
        <Input
          value={wanted}
          allowClear
          aria-label={t('columns.search')}
          placeholder={t('columns.search')}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      {nothing ? (
        <p className="jm-hint" role="status">
          {t('columns.nothing')}
        </p>
      ) : null}
      <ul aria-label={t('columns.title')}>
        {layout.fields.map((key, at) =>
          !meant(key) ? null : (
            <ColumnLine
              key={key}
              title={titleOf(key)}
              pinned={layout.pinned.includes(key)}
              width={layout.widths[key]}
              only={layout.fields.length === 1}
              onHide={() => change(toggled(layout, key))}
              onPin={() => change(pinToggled(layout, key))}
              onWidth={(width) => change(resized(layout, key, width))}
              onUp={at > 0 ? () => move(key, at - 1) : undefined}
              onDown={at < layout.fields.length - 1 ? () => move(key, at + 1) : undefined}
              onDrag={() => setDragged(key)}
              onDrop={() => (dragged ? move(dragged, at) : undefined)}
            />
          ),
        )}
      </ul>
      {rest.length > 0 ? (
        <>
          <p className="jm-hint">{t('columns.hidden')}</p>
          <ul aria-label={t('columns.hidden')}>
            {rest.map(({ key }) => (
              <ColumnLine key={key} title={titleOf(key)} onShow={() => change(toggled(layout, key))} />
            ))}
          </ul>
        </>
      ) : null}
      <p className="jm-hint">{t('columns.hint')}</p>
      <p className="jm-hint">{t(saved ? 'columns.keptInView' : 'columns.keptHere')}</p>
      <div className="jm-columns-foot">
        <Button size="small" disabled={!undo} onClick={takeBack}>
          {t('columns.undo')}
        </Button>
        <span className="jm-grow" />
        {reset ? (
          <Button size="small" type="text" onClick={reset}>
            {t('columns.reset')}
          </Button>
        ) : null}
      </div>
      <span className="jm-sr" role="status">
        {said}
      </span>
    </div>
  );
}
