import { useMemo, useState } from 'react';
import type { Finding } from '../api';
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
import { readSelection, selectionText, type Designer, type Selected } from './useDesigner';

export type Dragged = { type: string } | { path: Path } | undefined;

/** What can be done with a form on its canvas: each act one step of undo, in words. */
export function useFormDesigner(
  studio: Studio<FormDocument>,
  found: Finding[],
  dragged: Dragged,
  drop: Target | undefined,
): Designer {
  const t = useText();
  const [writing, setWriting] = useState<Path>();
  const { document } = studio;
  const findings = useMemo(() => byConcern(document, found), [document, found]);
  const selected = useMemo(() => standing(document, readSelection(studio.selection)), [document, studio.selection]);
  const path = selected.is === 'entry' ? selected.path : undefined;

  return useMemo<Designer>(() => {
    const chosen = (next: Path | null) => ({ select: next === null ? null : `entry:${next}` });
    const title = (of: Path) => {
      const entry = entryAt(document, of);
      return local(entry?.title, entry ? typeName(entry.type) : of);
    };
    return {
      studio,
      document,
      selected,
      findings,
      writing,
      setWriting,
      drop,
      dragged,
      select: (next: Selected) => studio.select(selectionText(next)),
      add: (type, target) => {
        if (type === 'section' && !target?.container.startsWith('section/')) {
          const after = blockIndex(document, target, path);
          studio.change(
            t('designer.did.block'),
            (form) => blockAdded(form, after, { section: newEntry(type, '').title ?? '' }),
            {
              select: `block:${after + 1}`,
            },
          );
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
      },
      move: (from, target) => {
        const next = moved(document, from, target);
        studio.change(t('designer.did.move', { what: title(from) }), () => next.document, chosen(next.path));
      },
      step: (from, step) => {
        const target = stepped(document, from, step);
        if (!target) return;
        const next = moved(document, from, target);
        studio.change(t('designer.did.move', { what: title(from) }), () => next.document, chosen(next.path));
      },
      remove: (from) =>
        studio.change(
          t('designer.did.remove', { what: title(from) }),
          (form) => removed(form, from),
          chosen(neighbourOf(document, from)),
        ),
      duplicate: (from) => {
        const clip = copied(document, from);
        const place = placeOf(laidOut(document), from);
        if (!clip || !place) return;
        const next = pasted(document, clip, { ...place, index: place.index + 1 });
        studio.change(t('designer.did.copy', { what: title(from) }), () => next.document, chosen(next.path));
      },
      set: (at, patch) =>
        studio.change(t('designer.did.change', { what: title(at) }), (form) => changedAt(form, at, patch), {
          merge: `${at} ${Object.keys(patch).join()}`,
        }),
      change: (label, recipe, merge) => studio.change(label, recipe, { merge }),
    };
  }, [studio, document, selected, findings, writing, drop, dragged, path, t]);
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
