import type { Evaluate } from '../schema';

/** The evaluator of portable trees; without one every rule and formula is asked of the server. */
export const evaluate: Evaluate | undefined = undefined;
