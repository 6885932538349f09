/** What a BPMN file draws, read from its diagram. */
export interface BpmnDrawing {
  width: number;
  height: number;
  shapes: { id: string; kind: string; title: string; x: number; y: number; width: number; height: number }[];
  lines: { id: string; points: [number, number][] }[];
}

const number = (element: Element | null, name: string) => Number(element?.getAttribute(name) ?? 0);

/** Reads the diagram of a BPMN 2.0 document; `undefined` when it is none. */
export function readBpmn(xml: string): BpmnDrawing | undefined {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) return undefined;
  const all = [...document.getElementsByTagName('*')];
  const byId = new Map(all.flatMap((element) => (element.id ? [[element.id, element] as const] : [])));
  const shapes = all
    .filter((element) => element.localName === 'BPMNShape')
    .map((element) => {
      const id = element.getAttribute('bpmnElement') ?? '';
      const bounds = [...element.children].find((child) => child.localName === 'Bounds') ?? null;
      const meant = byId.get(id);
      return {
        id,
        kind: meant?.localName ?? 'task',
        title: meant?.getAttribute('name') ?? '',
        x: number(bounds, 'x'),
        y: number(bounds, 'y'),
        width: number(bounds, 'width'),
        height: number(bounds, 'height'),
      };
    });
  const lines = all
    .filter((element) => element.localName === 'BPMNEdge')
    .map((element) => ({
      id: element.getAttribute('bpmnElement') ?? '',
      points: [...element.children]
        .filter((child) => child.localName === 'waypoint')
        .map((point): [number, number] => [number(point, 'x'), number(point, 'y')]),
    }));
  if (shapes.length === 0) return undefined;
  return {
    width: Math.max(...shapes.map(({ x, width }) => x + width)) + 24,
    height: Math.max(...shapes.map(({ y, height }) => y + height)) + 24,
    shapes,
    lines,
  };
}
