import type { Locale } from '../../i18n';
import type { Option } from '../../schema';
import { withText, wordsIn } from './text';

/** `o4`: a value that no option has, on any level. */
export function freshValue(options: Option[]): string {
  const taken = new Set(valuesOf(options));
  for (let number = options.length + 1; ; number += 1) if (!taken.has(`o${number}`)) return `o${number}`;
}

function valuesOf(options: Option[]): string[] {
  return options.flatMap((option) => [option.value, ...valuesOf(option.options ?? [])]);
}

/** Options as lines of text in one language, those below another indented by two blanks. */
export function linesOf(options: Option[], locale: Locale, depth = 0): string {
  return options
    .map((option) => {
      const line = '  '.repeat(depth) + (wordsIn(option.title, locale) || option.value);
      return option.options?.length ? `${line}\n${linesOf(option.options, locale, depth + 1)}` : line;
    })
    .join('\n');
}

/** Lines of text as options. A line that names one that is there keeps its value, colour and other language; so does one in its place. */
export function optionsOf(text: string, before: Option[], locale: Locale): Option[] {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      words: line.trim(),
      depth: Math.floor((/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '  ').length / 2),
    }));
  const known = flat(before);
  const named = new Map(known.map((option) => [wordsIn(option.title, locale) || option.value, option]));
  const used = new Set<string>();
  const taken = new Set(known.map((option) => option.value));
  const fresh = () => {
    let number = 1;
    while (taken.has(`o${number}`)) number += 1;
    taken.add(`o${number}`);
    return `o${number}`;
  };
  const kept = lines.map(({ words }) => {
    const same = named.get(words);
    if (!same || used.has(same.value)) return undefined;
    used.add(same.value);
    return same;
  });
  const sameCount = known.length === lines.length;
  const flatOptions = lines.map(({ words, depth }, index) => {
    const inPlace = sameCount && !used.has(known[index]?.value ?? '') ? known[index] : undefined;
    const source = kept[index] ?? inPlace;
    if (source) used.add(source.value);
    const title = withText(source?.title, locale, words);
    const option: Option = {
      value: source?.value ?? fresh(),
      ...(title === undefined ? {} : { title }),
      ...(source?.color ? { color: source.color } : {}),
    };
    return { option, depth };
  });
  return tree(flatOptions);
}

function flat(options: Option[]): Option[] {
  return options.flatMap((option) => [option, ...flat(option.options ?? [])]);
}

function tree(lines: { option: Option; depth: number }[]): Option[] {
  const top: Option[] = [];
  const stack: Option[] = [];
  for (const { option, depth } of lines) {
    const level = Math.min(depth, stack.length);
    stack.length = level;
    const parent = stack[level - 1];
    if (parent) parent.options = [...(parent.options ?? []), option];
    else top.push(option);
    stack.push(option);
  }
  return top;
}
