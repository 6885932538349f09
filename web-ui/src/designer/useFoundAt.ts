import type { Finding } from '../api';
import { pointerPlace } from '../studio';
import type { Path } from './document/containers';
import { useDesigner } from './useDesigner';

/** What the last check found at a part of a field, such as `default`, or at one below it. */
export function useFoundAt(path: Path, part: string): (below?: string) => Finding[] {
  const { document, findings } = useDesigner();
  return (below) => {
    const wanted = [...path.replace('.', '.fields.').split('.'), part, ...(below?.split('/') ?? [])];
    return (findings.get(path) ?? []).filter(({ pointer }) => {
      const [, ...place] = pointerPlace(document, pointer ?? '');
      return wanted.every((name, at) => String(place[at]) === name);
    });
  };
}
