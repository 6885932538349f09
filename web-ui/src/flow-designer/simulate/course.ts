import type { Person } from '../../api';
import type { RunStates } from '../canvas/run';
import type { Access } from '../model/document';

/** One node that a simulated run has come to, as the server answers. */
export interface RunStep {
  node: string;
  /** Numbers of the edges on which it goes on. */
  taken: number[];
  people: Person[];
  via: 'rule' | 'otherwise' | 'admin' | 'skip' | 'previous' | null;
  outcome: 'approve' | 'reject' | 'return' | 'skip' | null;
  offered: string[];
  fields: Record<string, Access>;
  sets: string[];
}

export interface Course {
  starts: boolean;
  status: 'open' | 'completed' | 'rejected' | 'endless';
  steps: RunStep[];
}

/** How the chart shows a run up to one of its steps. */
export function statesOf(course: Course, at: number, nodes: readonly string[]): RunStates {
  const passed = new Set(course.steps.slice(0, at).map(({ node }) => node));
  const current = course.steps[at]?.node;
  return Object.fromEntries(
    nodes.map((key) => [key, key === current ? 'current' : passed.has(key) ? 'passed' : 'aside'] as const),
  );
}
