import {
  CheckOutlined,
  CloudSyncOutlined,
  ExclamationCircleOutlined,
  RedoOutlined,
  SyncOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Popover, Tooltip } from 'antd';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { problemText } from '../api';
import { useText } from '../i18n';
import type { Studio } from './useStudio';

const Slot = createContext<HTMLElement | null>(null);

/** Where the bar shows the controls of what is designed on the page below it. */
export function ControlsSlot({ value, children }: { value: HTMLElement | null; children: ReactNode }) {
  return <Slot value={value}>{children}</Slot>;
}

interface Props<T> {
  studio: Studio<T>;
  /** Stands before them. */
  children?: ReactNode;
}

/** Undo, redo and how it stands with saving, in the studio's bar, with their keys. One on a page. */
export function StudioControls<T>({ studio, children }: Props<T>) {
  const t = useText();
  const slot = useContext(Slot);
  useUndoKeys(studio);
  if (!slot) return null;
  return createPortal(
    <>
      {children}
      <SaveSign studio={studio} />
      <Turn
        label={studio.undoLabel ? t('studio.undoWhat', { what: studio.undoLabel }) : t('studio.undo')}
        keys="Ctrl+Z"
        icon={<UndoOutlined aria-hidden />}
        disabled={studio.undoLabel === undefined || studio.conflict !== undefined}
        onClick={studio.undo}
      />
      <Turn
        label={studio.redoLabel ? t('studio.redoWhat', { what: studio.redoLabel }) : t('studio.redo')}
        keys="Ctrl+Shift+Z"
        icon={<RedoOutlined aria-hidden />}
        disabled={studio.redoLabel === undefined || studio.conflict !== undefined}
        onClick={studio.redo}
      />
    </>,
    slot,
  );
}

interface TurnProps {
  label: string;
  keys: string;
  icon: ReactNode;
  disabled: boolean;
  onClick: () => void;
}

function Turn({ label, keys, icon, disabled, onClick }: TurnProps) {
  return (
    <Tooltip title={`${label} (${keys})`}>
      <Button
        type="text"
        icon={icon}
        aria-label={label}
        aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
        disabled={disabled}
        onClick={onClick}
      />
    </Tooltip>
  );
}

/** How it stands with saving, in a word; what went wrong when asked. */
function SaveSign<T>({ studio }: { studio: Studio<T> }) {
  const t = useText();
  const { saving, problem } = studio;
  const sign = {
    saved: <CheckOutlined aria-hidden />,
    waiting: <CloudSyncOutlined aria-hidden />,
    saving: <SyncOutlined aria-hidden />,
    failed: <ExclamationCircleOutlined aria-hidden />,
    refused: <ExclamationCircleOutlined aria-hidden />,
    conflict: <ExclamationCircleOutlined aria-hidden />,
  }[saving];
  const words = (
    <>
      {sign}
      <span className="jm-studio-saving-text">{t(`studio.saving.${saving}`)}</span>
    </>
  );
  const bad = saving === 'failed' || saving === 'refused';
  return (
    <span className={`jm-studio-saving jm-studio-saving-${saving}`} role="status">
      {bad ? (
        <Popover
          trigger="click"
          content={
            <div className="jm-studio-why">
              <p>{problemText(problem)}</p>
              <p className="jm-hint">{t(`studio.why.${saving}`)}</p>
              <Button size="small" onClick={() => void studio.flush()}>
                {t('studio.saveNow')}
              </Button>
            </div>
          }
        >
          <button type="button" className="jm-plain" aria-haspopup="dialog">
            {words}
          </button>
        </Popover>
      ) : (
        words
      )}
    </span>
  );
}

/** Ctrl Z, Ctrl Shift Z and Ctrl Y take back and do again whatever was done, wherever the keyboard stands but in an editor with an undo of its own. */
function useUndoKeys<T>({ undo, redo, conflict }: Studio<T>): void {
  const off = conflict !== undefined;
  useEffect(() => {
    if (off) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || ownsUndo(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo, off]);
}

const ownsUndo = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.cm-editor, [contenteditable="true"], [data-own-undo]') !== null;
