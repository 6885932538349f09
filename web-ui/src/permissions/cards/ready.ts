import { local, useText } from '../../i18n';
import type { FormDocument } from '../../studio';
import { fieldsOf } from '../groups';

/** Conditions that people ask for most, on the fields that there are. */
export function useReady(document: FormDocument): { value: string; label: string }[] {
  const t = useText();
  const fields = fieldsOf(document);
  return [
    { value: '', label: t('permissions.allRecords') },
    { value: 'createdBy = user.id', label: t('permissions.created') },
    ...fields
      .filter(({ type }) => type === 'member')
      .map(({ key, title }) => ({
        value: `${key} = user.id`,
        label: t('permissions.isMe', { field: local(title, key) }),
      })),
    ...fields
      .filter(({ type }) => type === 'department')
      .flatMap(({ key, title }) => [
        {
          value: `list contains(user.departments, ${key})`,
          label: t('permissions.myDepartment', { field: local(title, key) }),
        },
        {
          value: `list contains(user.headOf, ${key})`,
          label: t('permissions.headed', { field: local(title, key) }),
        },
      ]),
  ];
}

/** A condition in words where it is one of those; undefined for any other, which is shown as it is written. */
export function useScopeWords(document: FormDocument): (scope: string) => string | undefined {
  const ready = useReady(document);
  const bare = (text: string) => text.replace(/\s+/g, '');
  return (scope) => ready.find(({ value }) => bare(value) === bare(scope))?.label;
}
