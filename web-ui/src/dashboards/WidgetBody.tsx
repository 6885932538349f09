import type { FormPlace, ListedRecord } from '../api';
import { useText } from '../i18n';
import type { FormDefinition } from '../schema';
import { Chart } from './charts/Chart';
import { keyOf } from './labels';
import type { Pick, Widget } from './model';
import { summaryOf, type Told, type ToldGroup } from './told';
import { GroupTable } from './widgets/GroupTable';
import { NumberBody } from './widgets/NumberBody';
import { Pivot } from './widgets/Pivot';
import { RecordRows } from './widgets/RecordRows';
import { TileMap } from './widgets/TileMap';

interface Props {
  widget: Widget;
  told: Told | undefined;
  records: ListedRecord[] | undefined;
  form: FormDefinition;
  place: FormPlace;
  title: string;
  asTable: boolean;
  picked: Pick | undefined;
  onPick: ((group: ToldGroup, dimension: number) => void) | undefined;
}

/** What a widget shows when it has something to show. */
export function WidgetBody({ widget, told, records, form, place, title, asTable, picked, onPick }: Props) {
  const t = useText();
  const table = t('dashboard.tableOf', { title });
  if (records)
    return <RecordRows records={records} columns={widget.columns ?? []} form={form} place={place} label={table} />;
  if (!told) return null;
  const key = picked && picked.dimension === 0 ? picked.key : undefined;
  if (widget.kind === 'number') return <NumberBody told={told} />;
  if (widget.kind === 'table' || asTable)
    return <GroupTable told={told} form={form} label={table} picked={key} onPick={onPick} />;
  if (widget.kind === 'pivot') return <Pivot told={told} form={form} label={table} />;
  const summary = `${title}: ${summaryOf(told)}`;
  if (widget.kind === 'map') return <TileMap told={told} label={summary} picked={key} onPick={onPick} />;
  const labelled = told.groups.find((group) => key !== undefined && keyOf(group.keys[0] ?? null) === key);
  return (
    <Chart
      told={told}
      label={summary}
      picked={labelled?.labels[0]}
      onPick={
        onPick &&
        ((label) => {
          const group = told.groups.find(({ labels }) => labels[0] === label);
          if (group) onPick(group, 0);
        })
      }
    />
  );
}
