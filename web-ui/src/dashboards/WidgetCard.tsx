import { BarChartOutlined, InboxOutlined, LockOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Divisions, FormPlace, WidgetFigures } from '../api';
import { findingText } from '../api';
import { local, useText } from '../i18n';
import type { FormDefinition } from '../schema';
import { RowsSkeleton } from '../ui';
import { keyOf } from './labels';
import { listsRecords, type Pick, type Widget } from './model';
import { isNothing, toldOf, type ToldGroup } from './told';
import { WidgetBody } from './WidgetBody';

interface Props {
  widget: Widget;
  place: FormPlace;
  /** Undefined while it is loaded. */
  form: FormDefinition | undefined;
  figures: WidgetFigures | undefined;
  divisions: Divisions | undefined;
  /** The group of this widget that is picked. */
  picked: Pick | undefined;
  onPick?: ((pick: Pick, label: string) => void) | undefined;
  /** Stands at the end of the head: what designers do with it. */
  acts?: ReactNode;
}

/** A widget with its title, in every state that it can be in. */
export function WidgetCard({ widget, place, form, figures, divisions, picked, onPick, acts }: Props) {
  const t = useText();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const title = local(widget.title, widget.key);
  const chart = ['bar', 'line', 'pie', 'funnel', 'map', 'pivot'].includes(widget.kind);
  const told = form && figures?.groups ? toldOf(widget, figures, form, divisions) : undefined;
  const pick =
    onPick && told?.narrows
      ? (group: ToldGroup, dimension: number) =>
          onPick(
            { widget: widget.key, dimension, key: keyOf(group.keys[dimension] ?? null) },
            group.labels[dimension] ?? '',
          )
      : undefined;
  return (
    <section className="jm-widget jm-card" aria-labelledby={id}>
      <header className="jm-widget-head">
        <h2 id={id}>{title}</h2>
        <span className="jm-grow" />
        {chart && told && !isNothing(told) ? (
          <Tooltip title={t(asTable ? 'dashboard.asChart' : 'dashboard.asTable')}>
            <Button
              type="text"
              size="small"
              icon={asTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
              aria-label={`${t(asTable ? 'dashboard.asChart' : 'dashboard.asTable')}: ${title}`}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            />
          </Tooltip>
        ) : null}
        {acts}
      </header>
      <div className="jm-widget-body">
        {figures?.withheld ? (
          <Withheld code={figures.withheld.code} pointer={figures.withheld.pointer} />
        ) : !figures || !form ? (
          <RowsSkeleton label={t('app.loading')} rows={3} />
        ) : told && isNothing(told) && widget.kind !== 'number' ? (
          <Nothing few={told.few} />
        ) : listsRecords(widget) && figures.records?.length === 0 ? (
          <Nothing few={false} />
        ) : (
          <WidgetBody
            widget={widget}
            told={told}
            records={figures.records}
            form={form}
            place={place}
            title={title}
            asTable={asTable}
            picked={picked}
            onPick={pick}
          />
        )}
      </div>
      <Notes told={told} more={figures?.more ?? false} widget={widget} />
    </section>
  );
}

/** Why there is nothing to see here: the reader may not, or something is wrong with the widget. */
function Withheld({ code, pointer }: { code: string; pointer: string }) {
  const t = useText();
  const own = `dashboard.withheld.${code.replaceAll('.', '_')}`;
  const words = t(own, { defaultValue: '' }) || findingText({ code, pointer });
  return (
    <div className="jm-widget-none" role="note">
      <LockOutlined aria-hidden />
      <p>{words}</p>
    </div>
  );
}

function Nothing({ few }: { few: boolean }) {
  const t = useText();
  return (
    <div className="jm-widget-none">
      {few ? <LockOutlined aria-hidden /> : <InboxOutlined aria-hidden />}
      <p>{t(few ? 'dashboard.tooFew' : 'dashboard.nothing')}</p>
    </div>
  );
}

/** What is not shown, and what counts more than once, said below. */
function Notes({ told, more, widget }: { told: ReturnType<typeof toldOf> | undefined; more: boolean; widget: Widget }) {
  const t = useText();
  const notes = [
    ...(more ? [t(listsRecords(widget) ? 'dashboard.moreRecords' : 'dashboard.moreGroups')] : []),
    ...(told?.few && !isNothing(told) ? [t('dashboard.few')] : []),
    ...(told && !isNothing(told) ? told.several.map((field) => t('dashboard.several', { field })) : []),
  ];
  return notes.length > 0 ? <p className="jm-widget-notes jm-hint">{notes.join(' ')}</p> : null;
}
