import { Problem } from '../api';

/** Whether a decision was refused because the record is not what the reader saw. */
export function changedSince(problem: Error | null): problem is Problem {
  return problem instanceof Problem && problem.code === 'record.changed-since-seen';
}
