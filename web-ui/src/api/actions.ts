/** What one may do with records, in the order in which it is shown. */
export const ACTIONS = [
  'read',
  'create',
  'update',
  'delete',
  'restore',
  'search',
  'duplicates',
  'statistics',
  'import',
  'export',
  'print',
  'share',
  'manage',
] as const;

/** Actions as the server names them, in the order in which they are shown; those that are not known here come last. */
export function inOrder(actions: readonly string[]): string[] {
  const known = ACTIONS.filter((action) => actions.includes(action));
  return [...known, ...actions.filter((action) => !known.some((each) => each === action))];
}
