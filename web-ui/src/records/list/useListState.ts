import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { fieldOf, isProtected, type FormDefinition } from '../../schema';
import { conditionsIn, mapped, parsedParts, type Condition, type Part } from '../filter/parts';

export interface ListState {
  view: string;
  conditions: Part[];
  sort: string | undefined;
  /** Where the list begins in an order; undefined at its beginning, and in any other order. */
  from: Beginning | undefined;
  /** Only what other people share with the reader. */
  shared: boolean;
  /** The month that a calendar shows, `2026-03`; undefined for this one. */
  month: string | undefined;
  setView: (view: string) => void;
  setConditions: (conditions: Part[]) => void;
  setSort: (sort: string | undefined) => void;
  setFrom: (from: Beginning | undefined) => void;
  setMonth: (month: string | undefined) => void;
  setShared: (shared: boolean) => void;
  /** A view as it was saved: without further conditions and another order. */
  show: (view: string) => void;
}

/** A value of a field that records are ordered by, in the shape the field's input edits. */
export interface Beginning {
  field: string;
  value: unknown;
}

/**
 * View, filter and sort live in the address so that they can be shared and come back, with one exception:
 * what is searched in a protected field is personal data and stays out of addresses and histories.
 */
export function useListState(form: FormDefinition): ListState {
  const [params, setParams] = useSearchParams();
  const [kept, setKept] = useState<Part[]>([]);
  const inAddress = parse(params.get('f'));
  const isKept = (part: Part) =>
    conditionsIn([part]).some((condition) => {
      const field = fieldOf(form, condition.field);
      return field !== undefined && isProtected(field);
    });
  const put = (values: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return {
    view: params.get('view') ?? '',
    conditions: [...inAddress.filter((part) => !isKept(part)), ...kept],
    sort: params.get('sort') ?? undefined,
    from: beginning(params.get('from')),
    month: params.get('month') ?? undefined,
    shared: params.get('shared') !== null,
    setView: (view) => put({ view, from: undefined }),
    setSort: (sort) => put({ sort, from: undefined }),
    setFrom: (from) => put({ from: from && JSON.stringify(from) }),
    setMonth: (month) => put({ month }),
    setShared: (shared) => put({ shared: shared ? '1' : undefined }),
    setConditions: (conditions) => {
      setKept(conditions.filter(isKept));
      const open = mapped(
        conditions.filter((part) => !isKept(part)),
        byId,
      );
      put({ f: open.length > 0 ? JSON.stringify(open) : undefined });
    },
    show: (view) => {
      setKept([]);
      put({ view, f: undefined, sort: undefined, from: undefined, shared: undefined });
    },
  };
}

/** The title of a record may be personal: an address names records by their ids. */
function byId(condition: Condition): Condition {
  const bare = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'id' in value && 'title' in value ? { id: value.id } : value;
  const { value } = condition;
  return value === undefined
    ? condition
    : { ...condition, value: Array.isArray(value) ? value.map(bare) : bare(value) };
}

/** The address part of a list that begins with these conditions. */
export function listSearch(conditions: Part[]): string {
  return `?f=${encodeURIComponent(JSON.stringify(mapped(conditions, byId)))}`;
}

function parse(text: string | null): Part[] {
  if (!text) return [];
  try {
    return parsedParts(JSON.parse(text));
  } catch {
    return [];
  }
}

function beginning(text: string | null): Beginning | undefined {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Beginning> | null;
    return typeof value?.field === 'string' && value.value !== undefined
      ? { field: value.field, value: value.value }
      : undefined;
  } catch {
    return undefined;
  }
}
