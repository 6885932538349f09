import { json } from '@codemirror/lang-json';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n';
import { editorLook } from '../editor/look';

/** The draft over the published version: what is new, and in between what it replaces. */
export function JsonDifference({ before, after }: { before: string; after: string }) {
  const t = useText();
  const host = useRef<HTMLDivElement>(null);
  const label = t('studio.json.difference');
  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          lineNumbers(),
          json(),
          EditorState.readOnly.of(true),
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } }),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          editorLook,
        ],
      }),
    });
    return () => view.destroy();
  }, [before, after, label]);
  return <div ref={host} className="jm-editor jm-json-editor" />;
}
