import type { Flow } from './document';
import { outlineOf, type Item, type Lane } from './outline';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const WIDE = 220;
const TALL = 84;
const SMALL = 44;
const DOWN = 64;
const ACROSS = 48;

interface Size {
  width: number;
  height: number;
}

/** Places of all nodes, from top to bottom, ways side by side, in pixels; the same workflow is always drawn alike. */
export function layoutOf(flow: Flow): Map<string, Box> {
  const outline = outlineOf(flow);
  const boxes = new Map<string, Box>();
  const size = sizeOf(outline.items);
  put(outline.items, 0, 0, size.width, boxes);
  outline.loose.forEach((node, index) =>
    boxes.set(node.key, { x: size.width + ACROSS, y: index * (TALL + DOWN), width: WIDE, height: TALL }),
  );
  return boxes;
}

const tall = (item: Exclude<Item, { kind: 'jump' }>) =>
  ['condition', 'parallel', 'join', 'start', 'end'].includes(item.node.type) ? SMALL : TALL;

function sizeOf(items: readonly Item[]): Size {
  const sizes = items.filter((item) => item.kind !== 'jump').map(sizeOfItem);
  return {
    width: Math.max(WIDE, ...sizes.map(({ width }) => width)),
    height: sizes.reduce((sum, { height }) => sum + height + DOWN, 0),
  };
}

function sizeOfItem(item: Exclude<Item, { kind: 'jump' }>): Size {
  if (item.kind === 'step') {
    const beside = item.reject ? sizeOf(item.reject.items) : { width: 0, height: 0 };
    const width = item.reject ? WIDE + 2 * (ACROSS + beside.width) : WIDE;
    return { width, height: Math.max(tall(item), beside.height) };
  }
  const lanes = lanesOf(item.lanes);
  return { width: Math.max(WIDE, lanes.width), height: SMALL + DOWN + lanes.height + (item.join ? SMALL : 0) };
}

function lanesOf(lanes: readonly Lane[]): Size {
  const sizes = lanes.map((lane) => sizeOf(lane.items));
  return {
    width: sizes.reduce((sum, { width }) => sum + width + ACROSS, -ACROSS),
    height: Math.max(0, ...sizes.map(({ height }) => height)),
  };
}

function put(items: readonly Item[], left: number, top: number, width: number, boxes: Map<string, Box>): void {
  const middle = left + width / 2;
  let y = top;
  for (const item of items) {
    if (item.kind === 'jump') continue;
    const size = sizeOfItem(item);
    boxes.set(item.node.key, { x: middle - WIDE / 2, y, width: WIDE, height: tall(item) });
    if (item.kind === 'step' && item.reject) {
      const beside = sizeOf(item.reject.items);
      put(item.reject.items, middle + WIDE / 2 + ACROSS, y, beside.width, boxes);
    }
    if (item.kind === 'block') putBlock(item, middle, y, boxes);
    y += size.height + DOWN;
  }
}

function putBlock(item: Extract<Item, { kind: 'block' }>, middle: number, y: number, boxes: Map<string, Box>): void {
  const lanes = lanesOf(item.lanes);
  let x = middle - lanes.width / 2;
  for (const lane of item.lanes) {
    const { width } = sizeOf(lane.items);
    put(lane.items, x, y + SMALL + DOWN, width, boxes);
    x += width + ACROSS;
  }
  if (item.join)
    boxes.set(item.join.key, {
      x: middle - WIDE / 2,
      y: y + SMALL + DOWN + lanes.height,
      width: WIDE,
      height: SMALL,
    });
}
