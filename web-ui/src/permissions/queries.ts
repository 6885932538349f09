import { call, type Finding } from '../api';
import type { components } from '../api/generated/schema';
import { definitionPath, type FormDocument, type StudioPlace } from '../studio';
import type { Who } from '../viewing';

type Shapes = components['schemas'];
export type ScopeCounts = Shapes['ScopeCounts'];
export type Publication = Omit<Shapes['FormPublication'], 'findings'> & { findings: Finding[] };
export type SightChange = Shapes['SightChange'];
export type RightsChange = Shapes['RightsChange'];
export type FormVersion = Shapes['FormVersion'];

/** How many records the groups of the document would show somebody. Each time it is asked is on record, so it is asked on purpose alone. */
export function countFor(place: StudioPlace, document: FormDocument, who: Who): Promise<ScopeCounts> {
  return call(`${definitionPath(place)}/access/count`, { method: 'POST', body: { ...who, definition: document } });
}
