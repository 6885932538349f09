import { useMemo } from 'react';
import type { Finding } from '../api';
import { useLatest } from '../form';
import { local, useText } from '../i18n';
import type { FormDocument, Studio } from '../studio';
import { copied, pasted } from './document/clip';
import { entryAt, placeOf, laidOut, type Path } from './document/containers';
import { byConcern } from './document/findings';
import { baseKey, freshKey, takenKeys } from './document/keys';
import {
  afterSelected,
  blockAdded,
  changedAt,
  fits,
  inserted,
  moved,
  neighbourOf,
  removed,
  stepped,
  type Target,
} from './document/operations';
import { newEntry, typeName } from './palette/catalog';
import { useUsed } from './useUsed';
import { readSelection, selectionText, type Acts, type Designer, type Selected } from './useDesigner';

export type Dragged = { type: string } | { path: Path } | undefined;

/** What can be done with a form on its canvas: each act one step of undo, in words. */
export function useFormDesigner(
  studio: Studio<FormDocument>,
  found: Finding[],
  setWriting: (path: Path | undefined) => void,
): { designer: Designer; acts: Acts } {
  const { document } = studio;
  const findings = useMemo(() => byConcern(document, found), [document, found]);
  const selected = useMemo(() => standing(document, readSelection(studio.selection)), [document, studio.selection]);
  const acts = useActsOn(studio, selected.is === 'entry' ? selected.path : undefined, setWriting);
  const designer = useMemo<Designer>(
    () => ({ ...acts, studio, document, selected, findings }),
    [acts, studio, document, selected, findings],
  );
  return { designer, acts };
}

/** The acts as functions that stay the same while the form changes under them. */
function useActsOn(
  studio: Studio<FormDocument>,
  path: Path | undefined,
  setWriting: (path: Path | undefined) => void,
): Acts {
  const t = useText();
  const { document } = studio;
  const chosen = (next: Path | null) => ({ select: next === null ? null : `entry:${next}` });
  const title = (of: Path) => {
    const entry = entryAt(document, of);
    return local(entry?.title, entry ? typeName(entry.type) : of);
  };
  const select = useLatest((next: Selected) => studio.select(selectionText(next)));
  const add = useLatest((type: string, target?: Target) => {
    if (type === 'section' && !target?.container.startsWith('section/')) {
      const after = blockIndex(document, target, path);
      const recipe = (form: FormDocument) => blockAdded(form, after, { section: newEntry(type, '').title ?? '' });
      studio.change(t('designer.did.block'), recipe, { select: `block:${after + 1}` });
      return;
    }
    const entry = newEntry(type, '');
    const where = target && fits(entry, target.container) ? target : afterSelected(document, entry, path);
    const [kind, subform] = where.container.split('/');
    const inSubform = kind === 'subform' ? subform : undefined;
    const key = freshKey(baseKey(type), takenKeys(document, inSubform));
    studio.change(
      t('designer.did.add', { what: typeName(type) }),
      (form) => inserted(form, { ...entry, key }, where),
      chosen(inSubform === undefined ? key : `${inSubform}.${key}`),
    );
  });
  const move = useLatest((from: Path, target: Target) => {
    const next = moved(document, from, target);
    studio.change(t('designer.did.move', { what: title(from) }), () => next.document, chosen(next.path));
  });
  const step = useLatest((from: Path, by: -1 | 1) => {
    const target = stepped(document, from, by);
    if (target) move(from, target);
  });
  const used = useUsed(studio.place, document);
  const remove = useLatest((from: Path) => {
    used(from, title(from));
    studio.change(
      t('designer.did.remove', { what: title(from) }),
      (form) => removed(form, from),
      chosen(neighbourOf(document, from)),
    );
  });
  const duplicate = useLatest((from: Path) => {
    const clip = copied(document, from);
    const place = placeOf(laidOut(document), from);
    if (!clip || !place) return;
    const next = pasted(document, clip, { ...place, index: place.index + 1 });
    studio.change(t('designer.did.copy', { what: title(from) }), () => next.document, chosen(next.path));
  });
  const set = useLatest((at: Path, patch: Record<string, unknown>) =>
    studio.change(t('designer.did.change', { what: title(at) }), (form) => changedAt(form, at, patch), {
      merge: `${at} ${Object.keys(patch).join()}`,
    }),
  );
  const change = useLatest((label: string, recipe: (document: FormDocument) => FormDocument, merge?: string) =>
    studio.change(label, recipe, { merge }),
  );
  return useMemo(
    () => ({ setWriting, select, add, move, step, remove, duplicate, set, change }),
    [setWriting, select, add, move, step, remove, duplicate, set, change],
  );
}

/** What is selected, if it still stands; else the form. */
function standing(document: FormDocument, selected: Selected): Selected {
  const there =
    selected.is === 'entry'
      ? entryAt(document, selected.path) !== undefined
      : selected.is === 'block' && selected.index < (laidOut(document).layout?.length ?? 0);
  return there ? selected : { is: 'form' };
}

function blockIndex(document: FormDocument, target: Target | undefined, selected: Path | undefined): number {
  const container = target?.container ?? (selected ? placeOf(laidOut(document), selected)?.container : undefined);
  const [kind, index] = container?.split('/') ?? [];
  return kind === 'block' ? Number(index) : (laidOut(document).layout?.length ?? 1) - 1;
}
