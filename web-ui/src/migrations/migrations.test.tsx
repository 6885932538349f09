import { describe, expect, it } from 'vitest';
import { serve } from '../testing/server';
import { all, joined, type Moved } from './all';

const line = { version: 1, code: 'workflow.migration-node-gone', node: 'risk', count: 2 };

describe('migrations', () => {
  it('go page by page and say after each what is known', async () => {
    const asked = serve({
      'POST /w/migrations': ({ body }: { body: unknown }) =>
        (body as { after: string | null }).after === null
          ? { to: 3, fits: 500, unfit: [line], next: 'x' }
          : { to: 3, fits: 7, unfit: [line, { ...line, node: 'look' }], next: null },
    });
    const told: Moved[] = [];
    const so = await all('/w', { from: 1, to: null }, true, (now) => told.push(now));
    expect(so).toEqual({
      to: 3,
      fits: 507,
      unfit: [
        { ...line, count: 4 },
        { ...line, node: 'look' },
      ],
    });
    expect(told.map(({ fits }) => fits)).toEqual([500, 507]);
    expect(asked.map(({ path }) => path)).toEqual(['/w/migrations?dryRun=true', '/w/migrations?dryRun=true']);
  });

  it('add up what is the same', () => {
    expect(joined([line], [{ ...line, version: 2 }])).toHaveLength(2);
    expect(joined([line], [line])).toEqual([{ ...line, count: 4 }]);
  });
});
