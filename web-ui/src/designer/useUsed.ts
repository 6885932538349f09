import { App } from 'antd';
import { joined, local, useText } from '../i18n';
import type { FormDocument, StudioPlace } from '../studio';
import type { Path } from './document/containers';
import { removed } from './document/operations';
import { rulesLost } from './document/references';
import { usesOf } from './document/uses';
import { useTheirs } from './useOthers';

/**
 * Says where something that was taken away is still named: publishing would refuse it, and undo is at hand; and what went with it, which is
 * not to be seen any more.
 */
export function useUsed(place: StudioPlace, document: FormDocument): (path: Path, title: string) => void {
  const t = useText();
  const { message } = App.useApp();
  const theirs = useTheirs(place, document);
  return (path, title) => {
    const left = removed(document, path);
    const uses = usesOf(left, path, theirs);
    const where = [
      ...uses.fields.map((field) => t('designer.usedIn.field', { field: local(field.title, field.key) })),
      ...(['rules', 'groups', 'views'] as const)
        .filter((part) => uses[part] > 0)
        .map((part) => t(`designer.usedIn.${part}`, { count: uses[part] })),
    ];
    const lost = rulesLost(document, left);
    const said = [
      ...(where.length > 0 ? [t('designer.stillUsed', { what: title, where: joined(where) })] : []),
      ...(lost > 0 ? [t('designer.rulesLost', { what: title, count: lost })] : []),
    ];
    if (said.length > 0) void message.warning({ key: 'used', content: said.join(' '), duration: 8 });
  };
}
