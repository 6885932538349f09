import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { i18n } from '../../i18n';
import { FUNCTIONS, KEYWORDS, USER, type FeelName } from './names';

/** What may stand where one writes: columns behind a point, else fields, functions and words. By their titles as well. */
export function completions(names: FeelName[]): (context: CompletionContext) => CompletionResult | null {
  const all = [...names, ...USER.map((name) => ({ ...name, title: i18n.t(name.title) }))];
  return (context) => {
    const before = context.matchBefore(/[\w.一-鿿]*/);
    if (!before || (before.from === before.to && !context.explicit)) return null;
    const typed = before.text;
    const point = typed.lastIndexOf('.');
    if (point >= 0) {
      const head = typed.slice(0, point + 1);
      const inner = all.filter(({ name }) => name.startsWith(head) && !name.slice(head.length).includes('.'));
      return {
        from: before.from + point + 1,
        options: inner.map((name) => named(name, name.name.slice(head.length))),
        validFor: /^\w*$/,
      };
    }
    const tops = [...new Map(all.map((name) => [name.name.split('.')[0] ?? '', name])).entries()];
    const options: Completion[] = [
      ...tops.map(([name, whole]) =>
        named(whole.name === name ? whole : { ...whole, title: '', type: 'context' }, name),
      ),
      ...FUNCTIONS.map(([name, takes, gives]) => ({
        label: name,
        type: 'function',
        detail: `(${takes}) → ${gives}`,
        apply: `${name}(`,
      })),
      ...KEYWORDS.map((label) => ({ label, type: 'keyword' })),
    ];
    // A title in Chinese finds its field.
    const chinese = /[一-鿿]/.test(typed);
    return {
      from: before.from,
      options: chinese ? options.filter((option) => option.detail?.includes(typed)) : options,
      filter: !chinese,
    };
  };
}

const named = (name: FeelName, label: string): Completion => ({
  label,
  type: 'variable',
  detail: [name.title, name.type].filter(Boolean).join(' · '),
});
