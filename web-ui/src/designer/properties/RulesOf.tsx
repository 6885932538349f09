import { RuleList } from '../rules/RuleList';

/** The rules that concern a field. */
export function RulesOf({ path }: { path: string }) {
  return <RuleList field={path} />;
}
