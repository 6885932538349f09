import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useMemo } from 'react';
import { editorLook } from '../editor/look';
import { useEditor } from '../editor/useEditor';
import { completions } from './completion';
import type { FeelProps } from './FeelInput';
import { feel } from './language';

/** One expression in an editor of a few lines. */
export function Editor({ label, value, names, placeholder = '', onChange }: FeelProps) {
  const extensions = useMemo<Extension[]>(
    () => [
      feel,
      history(),
      closeBrackets(),
      autocompletion({ override: [completions(names)], icons: false }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      placeholderText(placeholder),
      EditorState.tabSize.of(2),
      editorLook,
    ],
    [names, label, placeholder],
  );
  const host = useEditor(value, onChange, extensions);
  return <div ref={host} className="jm-editor jm-editor-line" />;
}
