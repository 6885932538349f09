import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Access, FormPlace, RecordData } from '../api';
import type { FieldContext } from '../fields';
import { fieldOf, type Field, type FormDefinition } from '../schema';
import { LiveReveal } from './LiveReveal';
import { RevealDialog } from './RevealDialog';

export interface Grant {
  purpose: string;
  startedAt: number;
  expiresAt: number;
  values: RecordData;
}

/** What the current approval step grants: one purpose, a time, and who has to agree. */
export interface Step {
  task: string;
  purpose: string;
  minutes: number;
  approvedBy?: string[] | undefined;
}

interface Subject {
  place: FormPlace;
  form: FormDefinition;
  recordId: string;
  access: Record<string, Access>;
  step?: Step | null | undefined;
  /** Fields that its person withholds. */
  withdrawn?: readonly string[] | undefined;
}

/** Everything a page needs to lend clear values for a while: the context for its fields, and the dialog. */
export function useReveal({ place, form, recordId, access, step, withdrawn }: Subject): {
  context: FieldContext;
  dialog: ReactNode;
} {
  const [asking, setAsking] = useState<string | null>(null);
  const [grants, setGrants] = useState<Grant[]>([]);
  const now = useNow(grants.length);
  const live = grants.filter((grant) => grant.expiresAt > now);

  // A clear value must not outlive the page: neither in the back-forward cache nor on the next record.
  useEffect(() => {
    const forget = () => setGrants([]);
    window.addEventListener('pagehide', forget);
    return () => window.removeEventListener('pagehide', forget);
  }, []);

  const lent = useMemo(() => {
    const hide = (key: string) => setGrants((all) => all.flatMap((grant) => without(grant, key)));
    return Object.fromEntries(
      live.flatMap((grant) =>
        Object.entries(grant.values).map(([key, value]) => [
          key,
          { value, sign: <LiveReveal grant={grant} now={now} tenant={place.tenant} onHide={() => hide(key)} /> },
        ]),
      ),
    );
  }, [live, now, place.tenant]);

  const revealable = Object.entries(access).flatMap(([key, level]): Field[] => {
    const field = fieldOf(form, key);
    return field && level === 'reveal' ? [field] : [];
  });
  const dialog =
    asking === null ? null : (
      <RevealDialog
        place={place}
        recordId={recordId}
        fields={revealable}
        first={asking}
        step={step ?? null}
        onClose={() => setAsking(null)}
        onGranted={(grant) => {
          setAsking(null);
          setGrants((all) => [...all, grant]);
        }}
      />
    );
  return { context: { place, askReveal: setAsking, lent, withdrawn }, dialog };
}

function without(grant: Grant, key: string): Grant[] {
  const values = Object.fromEntries(Object.entries(grant.values).filter(([name]) => name !== key));
  return Object.keys(values).length > 0 ? [{ ...grant, values }] : [];
}

/** The time, ticking each second while something runs out; it never lies before the latest start. */
function useNow(running: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (running === 0) return undefined;
    const start = setTimeout(() => setNow(Date.now()));
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => {
      clearTimeout(start);
      clearInterval(timer);
    };
  }, [running]);
  return now;
}
