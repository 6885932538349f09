import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * An editor on an element. It follows `text` when that was changed elsewhere, and says what was written through `onChange`.
 * Extensions may change; the text and its undo stay.
 */
export function useEditor(
  text: string,
  onChange: (text: string) => void,
  extensions: Extension[],
): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const slot = useRef(new Compartment());
  const said = useRef(onChange);
  const own = useRef(text);
  useEffect(() => {
    said.current = onChange;
  });

  useEffect(() => {
    if (!host.current) return;
    const heard = EditorView.updateListener.of((update) => {
      const foreign = update.transactions.some((each) => each.isUserEvent('foreign'));
      if (!update.docChanged || foreign) return;
      own.current = update.state.doc.toString();
      said.current(own.current);
    });
    const state = EditorState.create({ doc: own.current, extensions: [heard, slot.current.of(extensions)] });
    const made = new EditorView({ state, parent: host.current });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
    // What changes later is put in below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: slot.current.reconfigure(extensions) });
  }, [extensions]);

  useEffect(() => {
    if (text === own.current) return;
    own.current = text;
    const made = view.current;
    made?.dispatch({ changes: between(made.state.doc.toString(), text), userEvent: 'foreign' });
  }, [text]);

  return host;
}

/** The one stretch in which two texts differ: what stands around it keeps its colours, its folds and the caret. */
function between(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
