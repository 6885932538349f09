/**
 * The last three reasons this person gave, newest first. Kept in memory only: a reason may say something about a customer,
 * and nothing of that kind belongs into a browser's storage.
 */
let reasons: string[] = [];

export function lastReasons(): string[] {
  return reasons;
}

export function rememberReason(reason: string): void {
  reasons = [reason, ...reasons.filter((other) => other !== reason)].slice(0, 3);
}
