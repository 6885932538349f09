import { App } from 'antd';
import { useEffect, type RefObject } from 'react';
import { local, useText } from '../i18n';
import { copied, pasted, readClip } from './document/clip';
import { entryAt } from './document/containers';
import { afterSelected } from './document/operations';
import { concerns } from './rules/ruleText';
import type { Designer } from './useDesigner';
import { concernsCanvas } from './useKeys';

/** Ctrl C, X and V of what is selected, through the clipboard of the system: from one form to another, in any tab. */
export function useClipboard(designer: Designer, canvas: RefObject<HTMLElement | null>): void {
  const t = useText();
  const { message } = App.useApp();
  const { studio, document, selected, remove } = designer;
  const path = selected.is === 'entry' ? selected.path : undefined;
  useEffect(() => {
    const here = () => concernsCanvas(window.document.activeElement, canvas.current);
    const copy = (event: ClipboardEvent): boolean => {
      if (path === undefined || !here() || window.getSelection()?.isCollapsed === false) return false;
      const clip = copied(document, path);
      if (!clip) return false;
      const rules = (document.rules ?? []).filter((rule) => clip.entries.some(({ key }) => concerns(rule, key))).length;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', JSON.stringify(clip, null, 2));
      void message.info({
        key: 'clip',
        content: [
          t('designer.copied', { what: local(clip.entries[0]?.title) }),
          ...(rules > 0 ? [t('designer.copiedWithout', { count: rules })] : []),
        ].join(t('designer.semicolon')),
        duration: rules > 0 ? 5 : 2,
      });
      return true;
    };
    const onCut = (event: ClipboardEvent) => {
      if (copy(event) && path !== undefined) remove(path);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!here()) return;
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '');
      const first = clip?.entries[0];
      if (!clip || !first) return;
      event.preventDefault();
      const target = afterSelected(document, first, path && entryAt(document, path) ? path : undefined);
      const next = pasted(document, clip, target);
      studio.change(t('designer.did.paste', { what: local(first.title, first.key) }), () => next.document, {
        select: `entry:${next.path}`,
      });
    };
    window.addEventListener('copy', copy);
    window.addEventListener('cut', onCut);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('copy', copy);
      window.removeEventListener('cut', onCut);
      window.removeEventListener('paste', onPaste);
    };
  }, [studio, document, path, remove, message, t, canvas]);
}
