import { createContext, useContext } from 'react';
import type { Person } from '../api';
import type { Field } from '../schema';
import type { Flow, FlowNode } from './model/document';
import type { Edited } from './model/edit';
import type { Placed } from './model/findings';
import type { Fragment } from './model/fragment';
import { nodeOf, passesOf, rejectOf } from './model/graph';
import type { Outline } from './model/outline';

/** Whom a step would ask for the sample initiator. */
export interface Asked {
  people: Person[];
  via: 'rule' | 'otherwise' | 'admin' | 'skip' | 'previous';
}

/** A record that is only thought of. `initiator` undefined: whoever designs. */
export interface Sample {
  initiator?: string | undefined;
  /** Values as the form's inputs give them, by field. */
  data: Record<string, unknown>;
}

/** What can be done with the workflow. These stay the same from one drawing to the next. */
export interface FlowActs {
  select: (selection: string | null) => void;
  /** A change of the shape; what it leads to is selected. */
  edit: (label: string, recipe: (flow: Flow) => Edited) => void;
  /** A change of properties; those with the same `merge` in a row are one. */
  change: (label: string, recipe: (flow: Flow) => Flow, merge?: string) => void;
  copy: (key: string) => void;
  setSample: (sample: Sample) => void;
}

/** What every part of the designer works on; changes go through `edit` and `change` only. */
export interface FlowDesign extends FlowActs {
  place: { tenant: string; app: string; form: string };
  flow: Flow;
  outline: Outline;
  fields: readonly Field[];
  findings: readonly Placed[];
  /** By node key; undefined while it is not known. */
  asked: Record<string, Asked> | undefined;
  /** Who submits, and what: for tests and simulated runs. Stays in memory. */
  sample: Sample;
  clipboard: Fragment | undefined;
  /** Nothing can be changed, such as while a run is simulated. */
  still: boolean;
}

const Context = createContext<FlowDesign | null>(null);
const ActsContext = createContext<FlowActs | null>(null);
const SelectionContext = createContext<string | null>(null);
export const FlowProvider = Context.Provider;
export const ActsProvider = ActsContext.Provider;
export const SelectionProvider = SelectionContext.Provider;

/** Whoever asks is drawn again with every change of the workflow. */
export function useFlow(): FlowDesign {
  return within(useContext(Context));
}

/** For what is there many times: nothing here ever changes. */
export function useFlowActs(): FlowActs {
  return within(useContext(ActsContext));
}

/** What is selected: key of a node; `node/2` is the third way out of it; null is the workflow itself. */
export const useSelection = (): string | null => useContext(SelectionContext);

function within<T>(given: T | null): T {
  if (!given) throw new Error('a part of the designer stands outside of it');
  return given;
}

/** The edge that a selection names. */
export function edgeOf(flow: Flow, selection: string | null): number | undefined {
  const [key, number] = (selection ?? '').split('/');
  if (key === undefined || number === undefined) return undefined;
  return number === 'reject' ? rejectOf(flow, key) : passesOf(flow, key)[Number(number)];
}

/** The name by which an edge is selected. */
export function edgeName(flow: Flow, index: number): string {
  const edge = flow.edges[index];
  if (!edge) return '';
  return edge.on === 'reject' ? `${edge.from}/reject` : `${edge.from}/${passesOf(flow, edge.from).indexOf(index)}`;
}

export const selectedNode = (flow: Flow, selection: string | null): FlowNode | undefined =>
  selection === null || selection.includes('/') ? undefined : nodeOf(flow, selection);
