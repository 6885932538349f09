import type { EChartsCoreOption } from 'echarts/core';
import { cellOf, drawn, labelsOf, type Told } from '../told';

/** What a drawing is made with. */
export interface Drawing {
  text: string;
  textQuiet: string;
  line: string;
  card: string;
  raised: string;
  series: string[];
  font: string;
  /** Less motion was asked for. */
  still: boolean;
  /** Label of the group that is picked here. */
  picked: string | undefined;
}

/** What is pointed at, as the library tells it. */
interface Point {
  name: string;
  seriesName?: string;
  dataIndex: number;
  seriesIndex?: number;
}

/** More categories than these lie on their side, where their names have room. */
const UPRIGHT = 8;
const NAME = 14;

/** The chart of a widget of bars, lines, slices or a funnel. */
export function optionOf(told: Told, drawing: Drawing): EChartsCoreOption {
  const { kind } = told.widget;
  const base = {
    animation: !drawing.still,
    animationDuration: 160,
    color: drawing.series,
    textStyle: { fontFamily: drawing.font, color: drawing.text },
    tooltip: tooltip(told, drawing),
  };
  return kind === 'pie' || kind === 'funnel'
    ? { ...base, ...round(told, drawing, kind) }
    : { ...base, ...onAxes(told, drawing) };
}

/** Drawn as text, never as markup: names of groups are what people typed. */
function tooltip(told: Told, drawing: Drawing) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: drawing.raised,
    borderColor: drawing.line,
    textStyle: { color: drawing.text, fontSize: 12 },
    formatter: ({ name, seriesName = '', dataIndex, seriesIndex = 0 }: Point) =>
      `${name}${seriesName && !seriesName.startsWith('series\u0000') ? ` · ${seriesName}` : ''}\n${textAt(told, name, seriesName, dataIndex, seriesIndex)}`,
  };
}

function textAt(told: Told, name: string, seriesName: string, dataIndex: number, seriesIndex: number): string {
  const two = (told.widget.groupBy?.length ?? 0) > 1;
  const group = two ? cellOf(told, name, seriesName) : (told.groups[dataIndex] ?? undefined);
  return group?.texts[two ? 0 : seriesIndex] ?? '–';
}

const faded = (drawing: Drawing, label: string) =>
  drawing.picked !== undefined && drawing.picked !== label ? { opacity: 0.35 } : {};

function round(told: Told, drawing: Drawing, kind: 'pie' | 'funnel') {
  const data = told.groups.map(({ labels, values }) => ({
    name: labels[0] ?? '',
    value: Math.max(0, drawn(values[0]) ?? 0),
    itemStyle: faded(drawing, labels[0] ?? ''),
  }));
  const label = { color: drawing.text, fontSize: 12, overflow: 'truncate', width: 110 };
  return kind === 'pie'
    ? {
        series: [
          {
            type: 'pie',
            radius: ['38%', '60%'],
            data,
            // At the edges, so that names have what room there is on a phone.
            label: { ...label, alignTo: 'edge', edgeDistance: 4, formatter: '{b}  {d}%' },
            labelLine: { lineStyle: { color: drawing.textQuiet } },
            itemStyle: { borderColor: drawing.card, borderWidth: 2 },
          },
        ],
      }
    : {
        series: [
          {
            type: 'funnel',
            data,
            sort: 'none',
            top: 8,
            bottom: 8,
            left: '4%',
            width: '62%',
            gap: 2,
            minSize: '4%',
            label: { ...label, position: 'right' },
            labelLine: { lineStyle: { color: drawing.textQuiet } },
            itemStyle: { borderColor: drawing.card, borderWidth: 1 },
          },
        ],
      };
}

function onAxes(told: Told, drawing: Drawing) {
  const labels = labelsOf(told, 0);
  const series = seriesOf(told, drawing, labels);
  const lying = told.widget.kind === 'bar' && labels.length > UPRIGHT && !overTime(told);
  const names = {
    type: 'category',
    data: labels,
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: drawing.line } },
    axisLabel: {
      color: drawing.textQuiet,
      fontSize: 12,
      hideOverlap: true,
      formatter: (name: string) => (name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name),
    },
  };
  const numbers = {
    type: 'value',
    splitLine: { lineStyle: { color: drawing.line } },
    axisLabel: { color: drawing.textQuiet, fontSize: 12, hideOverlap: true },
  };
  const legend = series.length > 1;
  return {
    grid: { left: 8, right: 16, top: legend ? 36 : 16, bottom: 4, containLabel: true },
    ...(legend
      ? {
          legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: drawing.text, fontSize: 12 }, icon: 'circle' },
        }
      : {}),
    xAxis: lying ? numbers : names,
    yAxis: lying ? names : numbers,
    series,
  };
}

const overTime = (told: Told) => {
  const by = told.widget.groupBy?.[0]?.by;
  return by !== undefined && by !== 'province' && by !== 'city';
};

function seriesOf(told: Told, drawing: Drawing, labels: string[]) {
  const { widget } = told;
  const two = (widget.groupBy?.length ?? 0) > 1;
  const shape = {
    type: widget.kind === 'line' ? 'line' : 'bar',
    ...(widget.kind === 'line' ? { symbolSize: 7, lineStyle: { width: 2 } } : { barMaxWidth: 36 }),
    ...(widget.kind === 'line' && widget.stacked ? { areaStyle: { opacity: 0.25 } } : {}),
    ...(widget.stacked ? { stack: 'all' } : {}),
  };
  if (two)
    return labelsOf(told, 1).map((name) => ({
      ...shape,
      name,
      data: labels.map((label) => point(drawing, label, cellOf(told, label, name)?.values[0])),
    }));
  return told.measureTitles.map((name, measure) => ({
    ...shape,
    name: told.measureTitles.length > 1 ? name : '',
    data: told.groups.map(({ labels: own, values }) => point(drawing, own[0] ?? '', values[measure])),
  }));
}

const point = (drawing: Drawing, label: string, value: string | number | null | undefined) => ({
  value: drawn(value),
  itemStyle: faded(drawing, label),
});
