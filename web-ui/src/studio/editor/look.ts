import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** An editor in the colours of the product, light and dark. */
export const editorLook = [
  EditorView.theme({
    '&': { backgroundColor: 'transparent', color: 'var(--jm-text)', fontSize: '13px' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
      lineHeight: '20px',
    },
    '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--jm-text-faint)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '.cm-cursor': { borderLeftColor: 'var(--jm-text)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'var(--jm-accent-quiet)',
    },
    '.cm-placeholder': { color: 'var(--jm-text-faint)' },
    '.cm-tooltip': {
      backgroundColor: 'var(--jm-raised)',
      border: '1px solid var(--jm-line)',
      borderRadius: '6px',
      color: 'var(--jm-text)',
    },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--jm-accent-quiet)',
      color: 'var(--jm-accent-text)',
    },
    '.cm-completionDetail': { color: 'var(--jm-text-quiet)', fontStyle: 'normal', marginLeft: '12px' },
    '.cm-changedLine': { backgroundColor: 'var(--jm-accent-quiet)' },
    '.cm-deletedChunk': { backgroundColor: 'var(--jm-bad-quiet)' },
    '.cm-changedText': { background: 'none', borderBottom: '2px solid var(--jm-accent)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.string, color: 'var(--jm-good)' },
      { tag: tags.number, color: 'var(--jm-warn)' },
      { tag: [tags.keyword, tags.bool, tags.null], color: 'var(--jm-accent-text)', fontWeight: '600' },
      { tag: tags.function(tags.keyword), color: 'var(--jm-accent-text)' },
      { tag: tags.propertyName, color: 'var(--jm-text)' },
    ]),
  ),
];
