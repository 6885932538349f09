import { usePurposeTitle, type InventoryField, type InventoryForm } from '../../api';
import { formatPeriod, local, useText } from '../../i18n';
import { gapsOf } from './inventory';

/** The words of one field, for the page and for the file alike. */
export function useWords(tenant: string) {
  const t = useText();
  const purposeTitle = usePurposeTitle(tenant);
  const kind = ({ kind: key }: InventoryField) => (key ? t(`designer.kind.${key}`) : t('designer.privacy.noKind'));
  const level = (field: InventoryField) => t(`field.tagName.${field.level}`);
  const purposes = (field: InventoryField) => field.purposes.map(purposeTitle).join(t('desk.inventory.and'));
  const basis = ({ lawfulBasis }: InventoryField) => (lawfulBasis ? t(`designer.basis.${lawfulBasis}`) : '');
  const retention = (form: InventoryForm, field: InventoryField) => {
    if (!field.kept) return t('desk.inventory.notKept');
    const period = field.retention ?? form.retention?.keepFor;
    return period ? formatPeriod(period) : '';
  };
  const afterwards = ({ retention: kept }: InventoryForm) =>
    kept
      ? t('desk.inventory.retention', {
          period: formatPeriod(kept.keepFor),
          from: t(`desk.inventory.from.${kept.from}`, { defaultValue: t('desk.inventory.from.other') }),
          then: t(`desk.inventory.then.${kept.then}`),
        })
      : t('desk.inventory.noRetention');
  const mode = (one: InventoryField['search'][number]) =>
    one.searchable ? t(`designer.privacy.mode.${one.mode}`) : t('desk.inventory.uniqueOnly');
  const leak = (one: InventoryField['search'][number]) => t(`designer.privacy.leak.${one.mode}`);
  const mask = (field: InventoryField) =>
    t(`designer.mask.${field.mask}`, { defaultValue: t('desk.inventory.ownMask') });
  const storage = (field: InventoryField) =>
    t(!field.kept ? 'desk.inventory.notKept' : field.encrypted ? 'desk.inventory.encrypted' : 'desk.inventory.clear');
  const seen = (one: InventoryField['sight'][number]) =>
    t(one.scoped ? 'desk.inventory.seesSome' : 'desk.inventory.seesAll', {
      group: local(one.title, one.group),
      access: t(`designer.access.${one.access}`),
    });
  const leaves = (one: InventoryField['sight'][number]) =>
    one.leaves === 'hidden' ? '' : t(`desk.inventory.leaves.${one.leaves}`);
  const gaps = (form: InventoryForm, field: InventoryField) =>
    gapsOf(form, field).map((gap) => t(`desk.inventory.gap.${gap}`));
  return { kind, level, purposes, basis, retention, afterwards, mode, leak, mask, storage, seen, leaves, gaps };
}

export type Words = ReturnType<typeof useWords>;
