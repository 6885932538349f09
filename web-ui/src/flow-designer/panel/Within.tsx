import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Finding } from '../../api';
import type { Field } from '../../schema';
import type { Placed } from '../model/findings';

interface Here {
  /** Those of the node, the way or the workflow that the panel shows. */
  findings: readonly Placed[];
  /** JSON Pointer from there to this part, such as `/steps/0`. */
  at: string;
  /** Columns of the row for which expressions are worked out, if they are. */
  row: readonly Field[];
}

const NONE: Here = { findings: [], at: '', row: [] };
const Context = createContext<Here>(NONE);

interface Props {
  findings?: readonly Placed[];
  /** Added to the pointer of what stands around it. */
  at?: string;
  row?: readonly Field[];
  children: ReactNode;
}

/** A part of what the panel shows: an expression in it knows by its place which findings are its own. */
export function Within({ findings, at = '', row, children }: Props) {
  const around = useContext(Context);
  const here = useMemo(
    () => ({ findings: findings ?? around.findings, at: around.at + at, row: row ?? around.row }),
    [around, findings, at, row],
  );
  return <Context value={here}>{children}</Context>;
}

/** The findings of one property, and of what is below it. */
export function useFindingsAt(name: string): Finding[] {
  const { findings, at } = useContext(Context);
  const pointer = `${at}/${name}`;
  return findings
    .filter(({ rest }) => rest === pointer || rest.startsWith(`${pointer}/`))
    .map(({ finding }) => finding);
}

export const useRow = (): readonly Field[] => useContext(Context).row;
