import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { local, useLocale, useText } from '../../i18n';
import type { Entry } from '../../studio';
import type { Path } from '../document/containers';
import { withText } from '../document/text';
import { useActs } from '../useDesigner';

/** The title, written where it stands. Enter keeps it, Escape does not. */
export function TitleBox({ path, entry }: { path: Path; entry: Entry }) {
  const t = useText();
  const locale = useLocale();
  const { set, setWriting } = useActs();
  const [text, setText] = useState(() => local(entry.title, entry.key));
  const box = useRef<InputRef>(null);
  const given = useRef(false);
  useEffect(() => box.current?.focus({ cursor: 'all' }), []);
  const leave = (keep: boolean) => {
    if (given.current) return;
    given.current = true;
    if (keep && text.trim()) set(path, { title: withText(entry.title, locale, text.trim()) });
    setWriting(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.jm-item-chosen > .jm-item-grip')?.focus());
  };
  return (
    <Input
      ref={box}
      size="small"
      className="jm-title-box"
      value={text}
      aria-label={t('designer.writeTitle')}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => leave(true)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') leave(true);
        if (event.key === 'Escape') leave(false);
      }}
    />
  );
}
