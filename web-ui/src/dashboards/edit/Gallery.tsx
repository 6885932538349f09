import {
  BarChartOutlined,
  DashboardOutlined,
  FilterOutlined,
  GlobalOutlined,
  InsertRowAboveOutlined,
  LineChartOutlined,
  PieChartOutlined,
  TableOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useText } from '../../i18n';
import { KINDS, type WidgetKind } from '../model';

const ICONS: Record<WidgetKind, ReactNode> = {
  number: <DashboardOutlined aria-hidden />,
  bar: <BarChartOutlined aria-hidden />,
  line: <LineChartOutlined aria-hidden />,
  pie: <PieChartOutlined aria-hidden />,
  table: <TableOutlined aria-hidden />,
  pivot: <InsertRowAboveOutlined aria-hidden />,
  funnel: <FilterOutlined aria-hidden />,
  map: <GlobalOutlined aria-hidden />,
};

/** The kinds of widgets; one click puts one on the grid. */
export function Gallery({ onAdd }: { onAdd: (kind: WidgetKind) => void }) {
  const t = useText();
  return (
    <ul className="jm-gallery" aria-label={t('dashboard.gallery')}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <button type="button" className="jm-plain jm-gallery-kind" onClick={() => onAdd(kind)}>
            {ICONS[kind]}
            <span>
              <span className="jm-sr">{t('dashboard.add')} </span>
              {t(`dashboard.kind.${kind}`)}
              <span className="jm-hint">{t(`dashboard.kindHint.${kind}`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
