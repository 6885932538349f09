import { useId } from 'react';
import { formatDuration, formatNumber, useText } from '../i18n';
import { useIsPhone } from '../ui';

export interface Line {
  key: string;
  name: string;
  open: number;
  overdue: number;
  decided: number;
  medianMs: number | null;
  p90Ms: number | null;
}

interface Props {
  title: string;
  /** What the lines are of: a step, a person. */
  head: string;
  empty: string;
  lines: Line[];
}

const MINUTE = 60_000;

/** Figures line by line; the bar compares the median with the longest of them. On a phone each line is a card. */
export function Lines({ title, head, empty, lines }: Props) {
  const id = useId();
  const phone = useIsPhone();
  return (
    <section className="jm-figures-part" aria-labelledby={id}>
      <h2 id={id} className="jm-figures-heading">
        {title}
      </h2>
      <div className="jm-card">
        {lines.length === 0 ? (
          <p className="jm-quiet jm-figures-empty">{empty}</p>
        ) : phone ? (
          <Cards lines={lines} />
        ) : (
          <Table head={head} title={title} lines={lines} />
        )}
      </div>
    </section>
  );
}

const longest = (lines: Line[]) => Math.max(1, ...lines.map((line) => line.p90Ms ?? 0));

function Table({ head, title, lines }: { head: string; title: string; lines: Line[] }) {
  const t = useText();
  const took = useTook();
  const most = longest(lines);
  return (
    <table className="jm-figures-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="jm-figures-number">
            {t('figures.open')}
          </th>
          <th scope="col" className="jm-figures-number">
            {t('figures.overdue')}
          </th>
          <th scope="col" className="jm-figures-number">
            {t('figures.decided')}
          </th>
          <th scope="col">{t('figures.median')}</th>
          <th scope="col">{t('figures.p90')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            <td className="jm-figures-number">{formatNumber(line.open)}</td>
            <td className="jm-figures-number">
              <Overdue count={line.overdue} />
            </td>
            <td className="jm-figures-number">{formatNumber(line.decided)}</td>
            <td>
              <Bar share={(line.medianMs ?? 0) / most} />
              {took(line.medianMs)}
            </td>
            <td>{took(line.p90Ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ lines }: { lines: Line[] }) {
  const t = useText();
  const took = useTook();
  const most = longest(lines);
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.key} className="jm-figures-card">
          <strong>{line.name}</strong>
          <Bar share={(line.medianMs ?? 0) / most} />
          <dl>
            <Pair name={t('figures.open')} value={formatNumber(line.open)} />
            <div>
              <dt>{t('figures.overdue')}</dt>
              <dd>
                <Overdue count={line.overdue} />
              </dd>
            </div>
            <Pair name={t('figures.decided')} value={formatNumber(line.decided)} />
            <Pair name={t('figures.median')} value={took(line.medianMs)} />
            <Pair name={t('figures.p90')} value={took(line.p90Ms)} />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Overdue({ count }: { count: number }) {
  return count > 0 ? <strong className="jm-figures-late">{formatNumber(count)}</strong> : <>0</>;
}

/** Drawn beside the number that it shows. */
function Bar({ share }: { share: number }) {
  return (
    <span className="jm-figures-bar" aria-hidden>
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}

function useTook(): (milliseconds: number | null) => string {
  const t = useText();
  return (milliseconds) =>
    milliseconds === null ? '–' : milliseconds < MINUTE ? t('figures.underAMinute') : formatDuration(milliseconds);
}
