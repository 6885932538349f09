import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { local } from '../../i18n';
import { addressOf, richText } from '../../schema';
import type { InputProps } from '../defineField';
import { Toolbar } from './Toolbar';

interface Props extends InputProps<string> {
  label: string;
  /** The value in its normal form. */
  html: string;
}

const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (address) => addressOf(address) !== undefined,
      shouldAutoLink: (address) => addressOf(address) !== undefined,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null, class: null },
    },
  }),
];

/** Writes rich text. What it knows is what the server keeps; pasted markup that is neither loses its tags here, in sight. */
export function Editor({ id, field, label, html, onChange, invalid, describedBy }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const emitted = useRef(html);
  const editor = useEditor({
    extensions,
    content: html,
    // Its rules stand in richText.css: the page's security policy need not let it write its own.
    injectCSS: false,
    parseOptions: { preserveWhitespace: 'full' },
    editorProps: {
      // The way to the tools without a mouse, as in other editors.
      handleKeyDown: (_, event) => {
        if (!event.altKey || event.key !== 'F10') return false;
        box.current?.querySelector<HTMLElement>('[data-current]')?.focus();
        return true;
      },
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-invalid': String(invalid === true),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(field.placeholder ? { 'aria-placeholder': local(field.placeholder) } : {}),
        class: 'jm-rich',
      },
    },
    onUpdate: ({ editor: changed }) => {
      emitted.current = changed.isEmpty ? '' : changed.getHTML();
      onChange(emitted.current || null);
    },
  });
  useEffect(() => {
    // Undone elsewhere, or another version slid in below; what was typed here comes back as it went.
    if (!editor || editor.view.composing || html === emitted.current) return;
    if (richText(emitted.current).html === html) return;
    emitted.current = html;
    editor.commands.setContent(html, { emitUpdate: false, parseOptions: { preserveWhitespace: 'full' } });
  }, [editor, html]);
  return (
    <div ref={box} className={`jm-rich-box${invalid ? ' jm-rich-invalid' : ''}`}>
      {editor ? <Toolbar editor={editor} controls={id} /> : null}
      <EditorContent editor={editor} />
    </div>
  );
}
