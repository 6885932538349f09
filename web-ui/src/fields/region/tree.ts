import type { Divisions } from '../../api';

export interface Division {
  value: string;
  label: string;
  children?: Division[];
}

/** The codes from the province down to the division itself: each starts with the digits of what it lies in. */
export function pathOf(code: string): string[] {
  const province = `${code.slice(0, 2)}0000`;
  const city = `${code.slice(0, 4)}00`;
  return [...new Set([province, city, code])];
}

/** `广东省 / 深圳市 / 南山区`; the code itself while or where its name is not known. */
export function regionText(code: string, divisions: Divisions | undefined): string {
  if (!divisions?.[code]) return code;
  return pathOf(code)
    .map((each) => divisions[each] ?? each)
    .join(' / ');
}

export function treeOf(divisions: Divisions): Division[] {
  const roots: Division[] = [];
  const byCode = new Map<string, Division>();
  for (const code of Object.keys(divisions).sort()) {
    const division: Division = { value: code, label: divisions[code] ?? code };
    byCode.set(code, division);
    const parent = byCode.get(pathOf(code).at(-2) ?? '');
    if (parent) (parent.children ??= []).push(division);
    else roots.push(division);
  }
  return roots;
}
