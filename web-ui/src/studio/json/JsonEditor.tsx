import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap } from '@codemirror/language';
import { lintGutter, linter, type Diagnostic } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useMemo } from 'react';
import { findingText, type Finding } from '../../api';
import { editorLook } from '../editor/look';
import { useEditor } from '../editor/useEditor';
import { whereIn } from './pointer';

interface Props {
  text: string;
  findings: Finding[];
  onChange: (text: string) => void;
}

/** JSON with what is wrong at its place. Escape, then Tab, leaves it by keyboard. */
export function JsonEditor({ text, findings, onChange }: Props) {
  const extensions = useMemo(
    () => [
      lineNumbers(),
      foldGutter(),
      bracketMatching(),
      history(),
      json(),
      linter((view): Diagnostic[] => {
        const unreadable = jsonParseLinter()(view);
        return unreadable.length > 0 ? unreadable : findings.map((finding) => diagnostic(view, finding));
      }),
      lintGutter(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...searchKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ 'aria-label': 'JSON', tabindex: '0' }),
      editorLook,
    ],
    [findings],
  );
  const host = useEditor(text, onChange, extensions);
  return <div ref={host} className="jm-editor jm-json-editor" />;
}

function diagnostic(view: EditorView, finding: Finding): Diagnostic {
  const { from, to } = whereIn(view.state.doc.toString(), finding.pointer ?? '');
  return { from, to, severity: finding.severity === 'warning' ? 'warning' : 'error', message: findingText(finding) };
}
