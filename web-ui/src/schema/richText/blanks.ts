import { sameMarks, type Run } from './blocks';

/** Zero-width and bidirectional control characters. */
const INVISIBLE = /[\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u2069]/g;
const BLANK = /[ \t\n]+/g;
/** Stands for a line break; no text holds it. */
const BREAK = '\0';

/** The runs of a paragraph in their normal form: see the server's `Blanks`. */
export function tidied(runs: Run[]): Run[] {
  const clear = legible(runs);
  const gone = dropped(clear);
  const tidy: Run[] = [];
  let at = 0;
  for (const run of clear) {
    if (run.lineBreak) {
      tidy.push(run);
      at += 1;
      continue;
    }
    let kept = '';
    for (let i = 0; i < run.text.length; i += 1, at += 1) {
      const letter = run.text.charAt(i);
      if (!gone[at]) kept += letter === '\n' || letter === '\t' ? ' ' : letter;
    }
    add(tidy, { ...run, text: kept });
  }
  return tidy;
}

/** The text of `pre`: every blank stays, but for empty lines around it. */
export function linesOf(text: string): string {
  return stripped(legibleText(text), '\n', ' \t\n');
}

/** Without these letters at its start and end; a pattern would try each run of them inside as well. */
export function stripped(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text.charAt(start))) start += 1;
  while (end > start && after.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function legible(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) add(joined, run);
  const clear: Run[] = [];
  for (const run of joined) add(clear, run.lineBreak ? run : { ...run, text: legibleText(run.text) });
  return clear;
}

function legibleText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC');
}

/** Which characters of the whole paragraph go; the first of a folded blank stays for all of it. */
function dropped(runs: Run[]): boolean[] {
  const all = runs.map((run) => (run.lineBreak ? BREAK : run.text)).join('');
  const gone = new Array<boolean>(all.length).fill(false);
  for (const { 0: blank, index } of all.matchAll(BLANK)) {
    if (!/[\t\n]/.test(blank)) continue;
    const end = index + blank.length;
    const within = index > 0 && end < all.length && all[index - 1] !== BREAK && all[end] !== BREAK;
    gone.fill(true, within ? index + 1 : index, end);
  }
  for (let i = all.length - 1; i >= 0 && (all[i] === ' ' || gone[i]); i -= 1) gone[i] = true;
  return gone;
}

function add(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && !last.lineBreak && !run.lineBreak && sameMarks(last.marks, run.marks)) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  } else if (run.text !== '') {
    runs.push(run);
  }
}
