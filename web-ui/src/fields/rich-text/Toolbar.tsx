import {
  BoldOutlined,
  CodeOutlined,
  ItalicOutlined,
  LineOutlined,
  LinkOutlined,
  OrderedListOutlined,
  RedoOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { useEditorState, type Editor } from '@tiptap/react';
import { Button, Tooltip } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../i18n';
import { LinkPanel } from './LinkPanel';

interface Tool {
  key: string;
  icon: ReactNode;
  /** As `aria-keyshortcuts` writes it; the editor knows them. */
  shortcut?: string;
  active?: (editor: Editor) => boolean;
  able?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const letter = (text: string) => (
  <span className="jm-rich-letter" aria-hidden>
    {text}
  </span>
);

const heading = (level: 1 | 2 | 3): Tool => ({
  key: `h${level}`,
  icon: letter(`H${level}`),
  shortcut: `Control+Alt+${level}`,
  active: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

const TOOLS: Tool[] = [
  {
    key: 'bold',
    icon: <BoldOutlined aria-hidden />,
    shortcut: 'Control+B',
    active: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    key: 'italic',
    icon: <ItalicOutlined aria-hidden />,
    shortcut: 'Control+I',
    active: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    key: 'underline',
    icon: <UnderlineOutlined aria-hidden />,
    shortcut: 'Control+U',
    active: (editor) => editor.isActive('underline'),
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    key: 'strike',
    icon: <StrikethroughOutlined aria-hidden />,
    shortcut: 'Control+Shift+S',
    active: (editor) => editor.isActive('strike'),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  heading(1),
  heading(2),
  heading(3),
  {
    key: 'bullets',
    icon: <UnorderedListOutlined aria-hidden />,
    shortcut: 'Control+Shift+8',
    active: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'numbers',
    icon: <OrderedListOutlined aria-hidden />,
    shortcut: 'Control+Shift+7',
    active: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    key: 'quote',
    icon: letter('❝'),
    shortcut: 'Control+Shift+B',
    active: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    key: 'code',
    icon: <CodeOutlined aria-hidden />,
    shortcut: 'Control+E',
    active: (editor) => editor.isActive('code'),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
  {
    key: 'lines',
    icon: letter('{ }'),
    shortcut: 'Control+Alt+C',
    active: (editor) => editor.isActive('codeBlock'),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    key: 'rule',
    icon: <LineOutlined aria-hidden />,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    key: 'undo',
    icon: <UndoOutlined aria-hidden />,
    shortcut: 'Control+Z',
    able: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    key: 'redo',
    icon: <RedoOutlined aria-hidden />,
    shortcut: 'Control+Shift+Z',
    able: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

/** One stop of the tab key; arrows go from tool to tool (ARIA practices, toolbar). */
export function Toolbar({ editor, controls }: { editor: Editor; controls: string }) {
  const t = useText();
  const [current, setCurrent] = useState(0);
  const [linking, setLinking] = useState(false);
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      active: TOOLS.map((tool) => tool.active?.(now) ?? false),
      able: TOOLS.map((tool) => tool.able?.(now) ?? true),
      link: now.isActive('link'),
    }),
  });
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const last = TOOLS.length;
    const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') editor.commands.focus();
    if (next === undefined) return;
    event.preventDefault();
    const to = (next + last + 1) % (last + 1);
    setCurrent(to);
    event.currentTarget.querySelectorAll('button')[to]?.focus();
  };
  const tool = (index: number, name: string, shortcut: string | undefined, icon: ReactNode, more: object) => {
    const keys = shortcut?.replace('Control', 'Ctrl').replaceAll('+', ' ');
    return (
      <Tooltip key={name} title={keys ? `${t(`field.rich.${name}`)} (${keys})` : t(`field.rich.${name}`)}>
        <Button
          type="text"
          size="small"
          icon={icon}
          tabIndex={index === current ? 0 : -1}
          {...(index === current ? { 'data-current': '' } : {})}
          onFocus={() => setCurrent(index)}
          // The text keeps its selection, and a phone its keyboard.
          onMouseDown={(event) => event.preventDefault()}
          aria-label={t(`field.rich.${name}`)}
          {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
          {...more}
        />
      </Tooltip>
    );
  };
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('field.rich.tools')}
        aria-controls={controls}
        className="jm-rich-tools"
        onKeyDown={move}
      >
        {TOOLS.map(({ key, icon, shortcut, active, run }, index) =>
          tool(index, key, shortcut, icon, {
            onClick: () => run(editor),
            ...(active ? { 'aria-pressed': states.active[index] } : {}),
            'aria-disabled': states.able[index] ? undefined : true,
          }),
        )}
        {tool(TOOLS.length, 'link', undefined, <LinkOutlined aria-hidden />, {
          onClick: () => setLinking(!linking),
          'aria-pressed': states.link,
          'aria-expanded': linking,
        })}
      </div>
      {linking ? <LinkPanel editor={editor} onDone={() => setLinking(false)} /> : null}
    </>
  );
}
