import { useEffect, useRef, useState } from 'react';
import type { EChartsType } from 'echarts/core';
import { drawingColours, useMedia, useShownShade } from '../../ui';
import type { Told } from '../told';
import { optionOf } from './option';

interface Props {
  told: Told;
  /** What the chart says, for whoever does not see it. */
  label: string;
  picked: string | undefined;
  /** By the label of the first grouping. */
  onPick?: ((label: string) => void) | undefined;
}

/** Draws bars, lines, slices and funnels; the library comes when the first chart is shown. */
export function Chart({ told, label, picked, onPick }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  const pick = useRef(onPick);
  const shade = useShownShade();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    let drawn: EChartsType | undefined;
    let left = false;
    const draw = async () => {
      // A chart without room cannot be drawn; it is once there is some.
      if (drawn || element.clientWidth === 0) return drawn?.resize();
      const { init } = await import('./echarts');
      if (left || drawn) return;
      drawn = init(element, null, { renderer: 'svg' });
      drawn.on('click', ({ name }) => pick.current?.(name));
      setChart(drawn);
    };
    void draw();
    const observer = new ResizeObserver(() => void draw());
    observer.observe(element);
    return () => {
      left = true;
      observer.disconnect();
      drawn?.dispose();
    };
  }, []);
  useEffect(() => {
    chart?.setOption(optionOf(told, { ...drawingColours(shade), still, picked }), { notMerge: true });
  }, [chart, told, shade, still, picked]);
  return <div ref={holder} role="img" aria-label={label} className={`jm-chart${onPick ? ' jm-chart-picks' : ''}`} />;
}
