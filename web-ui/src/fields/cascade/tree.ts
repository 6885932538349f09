import { local } from '../../i18n';
import type { Option } from '../../schema';

export interface Branch {
  value: string;
  label: string;
  children?: Branch[];
}

export function branches(options: Option[]): Branch[] {
  return options.map((option) => ({
    value: option.value,
    label: local(option.title, option.value),
    ...(option.options?.length ? { children: branches(option.options) } : {}),
  }));
}

/** The options that a path names, as far as the tree still has them. */
export function follow(options: Option[], path: string[]): (Option | undefined)[] {
  let here: Option[] = options;
  return path.map((value) => {
    const option = here.find((candidate) => candidate.value === value);
    here = option?.options ?? [];
    return option;
  });
}
