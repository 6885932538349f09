import type { Finding } from '../../api';
import type { FormDocument } from '../../studio';
import { pointerPlace } from '../../studio';

/** What a finding concerns: the path of a field, `block/0` of the layout, `rules`, or '' for the form. */
export function concerned(document: FormDocument, finding: Finding): string {
  const [part, name, inner, column] = pointerPlace(document, finding.pointer ?? '');
  if (part === 'fields' && name !== undefined) return inner === 'fields' && column ? `${name}.${column}` : name;
  if (part === 'layout' && name !== undefined) return `block/${name}`;
  if (part === 'rules') return 'rules';
  const field = finding.params?.['field'];
  return part === 'permissionGroups' && typeof field === 'string' ? field : '';
}

/** Findings by what they concern. */
export function byConcern(document: FormDocument, findings: Finding[]): Map<string, Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = concerned(document, finding);
    map.set(name, [...(map.get(name) ?? []), finding]);
  }
  return map;
}

/** The number of the rule that a finding concerns; undefined: it concerns none. */
export function ruleOf({ pointer }: Finding): number | undefined {
  const number = /^\/rules\/(\d+)/.exec(pointer ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
