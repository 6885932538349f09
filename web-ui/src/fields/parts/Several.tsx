import { Fragment, type ReactNode } from 'react';
import './several.css';

/** Several short values in one cell, read one after the other. */
export function Several({ children }: { children: ReactNode[] }) {
  return (
    <span className="jm-several">
      {children.map((child, index) => (
        <Fragment key={index}>
          {index > 0 ? <span className="jm-sr">, </span> : null}
          <span className="jm-several-one">{child}</span>
        </Fragment>
      ))}
    </span>
  );
}
