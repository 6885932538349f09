import { createContext, useContext } from 'react';
import type { Finding } from '../api';
import type { Entry, FormDocument, Studio } from '../studio';
import type { Container, Path } from './document/containers';
import type { Target } from './document/operations';

/** What is selected: a thing on the form, a block of its layout, or the form itself. */
export type Selected = { is: 'entry'; path: Path } | { is: 'block'; index: number } | { is: 'form' };

/** What can be done with the form. These stay the same from one drawing to the next. */
export interface Acts {
  setWriting: (path: Path | undefined) => void;
  select: (selected: Selected) => void;
  add: (type: string, target?: Target) => void;
  move: (path: Path, target: Target) => void;
  remove: (path: Path) => void;
  /** Puts a copy behind it. */
  duplicate: (path: Path) => void;
  step: (path: Path, step: -1 | 1) => void;
  /** Sets properties; `undefined` takes one away. Changes of one property in a row are one step of undo. */
  set: (path: Path, patch: Record<string, unknown>) => void;
  change: (label: string, recipe: (document: FormDocument) => FormDocument, merge?: string) => void;
}

/** The form as it stands, what is selected, and what can be done. */
export interface Designer extends Acts {
  studio: Studio<FormDocument>;
  document: FormDocument;
  selected: Selected;
  /** Findings of the last check by what they concern: a path, `block/0`, or '' for the form. */
  findings: Map<string, Finding[]>;
}

/** What one has in hand on the form itself; changes with every step of the pointer, so that it stands apart. */
export interface Hand {
  /** The path whose title is being written on the form itself. */
  writing: Path | undefined;
  /** Where what is being dragged would fall. */
  drop: Target | undefined;
  /** What is being dragged: a new type or a path. */
  dragged: { type: string } | { path: Path } | undefined;
}

const DesignerContext = createContext<Designer | null>(null);
const ActsContext = createContext<Acts | null>(null);
const HandContext = createContext<Hand>({ writing: undefined, drop: undefined, dragged: undefined });
export const DesignerProvider = DesignerContext;
export const ActsProvider = ActsContext;
export const HandProvider = HandContext;

/** Whoever asks is drawn again with every change of the form and of the selection. */
export function useDesigner(): Designer {
  const designer = useContext(DesignerContext);
  if (!designer) throw new Error('outside a designer');
  return designer;
}

/** For what is there many times: nothing here ever changes. */
export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('outside a designer');
  return acts;
}

export const useHand = (): Hand => useContext(HandContext);

export function selectionText(selected: Selected): string | null {
  if (selected.is === 'entry') return `entry:${selected.path}`;
  return selected.is === 'block' ? `block:${selected.index}` : null;
}

export function readSelection(text: string | null): Selected {
  const [is, name] = text?.split(':') ?? [];
  if (is === 'entry' && name) return { is: 'entry', path: name };
  return is === 'block' ? { is: 'block', index: Number(name) } : { is: 'form' };
}

/** Whether this is where the dragged thing would fall. */
export function dropsAt(drop: Target | undefined, container: Container, index: number): boolean {
  return drop?.container === container && drop.index === index;
}

export type { Entry };
