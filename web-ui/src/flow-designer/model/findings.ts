import type { Finding } from '../../api';
import type { Flow } from './document';

/** A finding at what it is about: a node, an edge, or the workflow itself. `rest` is the pointer below that. */
export interface Placed {
  finding: Finding;
  node?: string;
  edge?: number;
  rest: string;
}

/** Where each finding belongs. Pointers count in the document that was checked, so it must be that one. */
export function place(findings: readonly Finding[], checked: Flow): Placed[] {
  return findings.map((finding) => {
    const [, list, index, ...rest] = (finding.pointer ?? '').split('/');
    const below = rest.length > 0 ? `/${rest.join('/')}` : '';
    if (list === 'nodes' && index !== undefined) {
      const key = checked.nodes[Number(index)]?.key;
      return key === undefined ? { finding, rest: below } : { finding, node: key, rest: below };
    }
    if (list === 'edges' && index !== undefined) {
      const edge = checked.edges[Number(index)];
      return edge ? { finding, node: edge.from, edge: Number(index), rest: below } : { finding, rest: below };
    }
    return { finding, rest: finding.pointer ?? '' };
  });
}

export type Severity = 'error' | 'warning' | 'info';

export const severityOf = (finding: Finding): Severity =>
  (finding.severity as Severity | undefined)?.toLowerCase() === 'error'
    ? 'error'
    : String(finding.severity).toLowerCase() === 'warning'
      ? 'warning'
      : 'info';

/** The gravest of several; nothing where there is none that one must look at. */
export function gravest(findings: readonly Placed[]): Severity | undefined {
  const found = findings.map(({ finding }) => severityOf(finding));
  return (['error', 'warning', 'info'] as const).find((severity) => found.includes(severity));
}
