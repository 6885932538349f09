import type { Told } from '../told';

/** One number large, or a few. */
export function NumberBody({ told }: { told: Told }) {
  const group = told.groups[0];
  return (
    <dl className="jm-widget-numbers">
      {told.measureTitles.map((title, at) => (
        <div key={at}>
          <dt className="jm-hint">{title}</dt>
          <dd className="jm-num">{group?.texts[at] ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
