import type { Editor } from '@tiptap/react';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../i18n';
import { addressOf } from '../../schema';

/** Where the chosen words lead; without words chosen, the address is written out. */
export function LinkPanel({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useText();
  const id = useId();
  const [written, setWritten] = useState(String(editor.getAttributes('link')['href'] ?? ''));
  const [refused, setRefused] = useState(false);
  const address = addressOf(/^[a-z]+:/i.test(written.trim()) ? written : `https://${written.trim()}`);
  const apply = () => {
    if (address === undefined) return setRefused(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    const text = { type: 'text', text: written.trim(), marks: [{ type: 'link', attrs: { href: address } }] };
    const plain = editor.state.selection.empty && !editor.isActive('link');
    (plain ? chain.insertContent(text) : chain.setLink({ href: address })).run();
    onDone();
  };
  const close = () => {
    editor.commands.focus();
    onDone();
  };
  return (
    <div className="jm-rich-link">
      <label htmlFor={id}>{t('field.rich.address')}</label>
      <Input
        id={id}
        autoFocus
        size="small"
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        value={written}
        status={refused ? 'error' : ''}
        aria-invalid={refused}
        aria-describedby={refused ? `${id}-note` : undefined}
        onChange={(event) => {
          setWritten(event.target.value);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // The form around it is not meant.
          event.preventDefault();
          event.stopPropagation();
          apply();
        }}
      />
      <Button size="small" type="primary" onClick={apply}>
        {t('field.rich.apply')}
      </Button>
      {editor.isActive('link') ? (
        <Button
          size="small"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
            onDone();
          }}
        >
          {t('field.rich.unlink')}
        </Button>
      ) : null}
      <Button size="small" type="text" onClick={close}>
        {t('field.rich.cancel')}
      </Button>
      {refused ? (
        <p id={`${id}-note`} className="jm-error" role="alert">
          {t('field.rich.addressRefused')}
        </p>
      ) : null}
    </div>
  );
}
