import type { StatusChart } from '../../api';

export type ChartNode = StatusChart['nodes'][number];
export type ChartEdge = StatusChart['edges'][number];

/** Nodes at which ways part or meet; they are small and have no people. */
const GATEWAYS = ['condition', 'parallel', 'join'];
export const isGateway = (node: ChartNode) => GATEWAYS.includes(node.type);

/** A line as an SVG path: corners are rounded a little, so that the eye follows it. */
export function linePath(points: ChartEdge['points'], radius = 6): string {
  return points
    .map(([x = 0, y = 0], index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const [inX, inY] = towards([x, y], before, radius);
      const [outX, outY] = towards([x, y], after, radius);
      return `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
    })
    .join('');
}

/** The point so far from a corner on the way to another one, at most half of it. */
function towards([x, y]: [number, number], [toX = 0, toY = 0]: number[], distance: number): [number, number] {
  const length = Math.hypot(toX - x, toY - y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return [round(x + (toX - x) * share), round(y + (toY - y) * share)];
}

const round = (value: number) => Math.round(value * 10) / 10;
