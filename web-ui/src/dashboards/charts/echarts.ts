import { BarChart, FunnelChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as include } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what dashboards draw; the rest of the library stays out of the bundle.
include([BarChart, LineChart, PieChart, FunnelChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export { init };
