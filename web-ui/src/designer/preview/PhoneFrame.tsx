import { ConfigProvider } from 'antd';
import { StyleProvider } from '@ant-design/cssinjs';
import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * What stands in it believes to be on a telephone: a window of its own, 390 pixels wide, so that the style sheets for narrow pages hold.
 */
export function PhoneFrame({ title, children }: { title: string; children: ReactNode }) {
  const [inner, setInner] = useState<Document | null>(null);
  return (
    <iframe
      className="jm-preview-phone"
      title={title}
      srcDoc="<!doctype html><html><body></body></html>"
      onLoad={(event) => {
        const made = event.currentTarget.contentDocument;
        if (!made) return;
        dress(made);
        setInner(made);
      }}
    >
      {inner
        ? createPortal(
            <StyleProvider container={inner.head}>
              <ConfigProvider getPopupContainer={() => inner.body}>{children}</ConfigProvider>
            </StyleProvider>,
            inner.body,
          )
        : null}
    </iframe>
  );
}

/** The style sheets and colours of the page, in the inner one. */
function dress(inner: Document): void {
  const outer = window.document;
  inner.documentElement.lang = outer.documentElement.lang;
  inner.documentElement.dataset['shade'] = outer.documentElement.dataset['shade'] ?? '';
  inner.documentElement.style.cssText = outer.documentElement.style.cssText;
  outer.querySelectorAll('style, link[rel="stylesheet"]').forEach((sheet) => inner.head.append(sheet.cloneNode(true)));
  inner.body.style.background = 'var(--jm-card)';
}
