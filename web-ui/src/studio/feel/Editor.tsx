import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useCallback, useImperativeHandle, useInsertionEffect, useMemo, useRef } from 'react';
import { findingText } from '../../api';
import { editorLook } from '../editor/look';
import { useEditor } from '../editor/useEditor';
import { slipsIn, type Slip } from './check';
import { completions } from './completion';
import type { FeelProps } from './FeelInput';
import { feel } from './language';

/** One expression in an editor of a few lines. */
export function Editor({ label, value, names, placeholder = '', onChange, ref }: FeelProps) {
  const known = useNewest(names);
  const extensions = useMemo<Extension[]>(
    () => [
      feel,
      history(),
      closeBrackets(),
      autocompletion({ override: [(context) => completions(known())(context)], icons: false }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      placeholderText(placeholder),
      EditorState.tabSize.of(2),
      linter((view) => slipsIn(view.state.doc.toString(), known()).map(shown)),
      editorLook,
    ],
    [label, placeholder, known],
  );
  const host = useEditor(value, onChange, extensions);
  useImperativeHandle(ref, () => ({
    insert: (word) => {
      const view = host.current ? EditorView.findFromDOM(host.current) : null;
      if (!view) return;
      view.dispatch(view.state.replaceSelection(word), { userEvent: 'input' });
      view.focus();
    },
  }));
  return <div ref={host} className="jm-editor jm-editor-line" />;
}

const shown = ({ from, to, code, name }: Slip): Diagnostic => ({
  from,
  to,
  severity: 'error',
  message: findingText({ code, ...(name === undefined ? {} : { params: { name } }) }),
});

/** Gives what was passed last: names change with every letter of the form, and an editor is not made anew for that. */
function useNewest<T>(value: T): () => T {
  const newest = useRef(value);
  useInsertionEffect(() => {
    newest.current = value;
  });
  return useCallback(() => newest.current, []);
}
