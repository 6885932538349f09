import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { masked, maskOf, MASKS } from './masking';

const file = join(import.meta.dirname, '../../../platform-core/src/test/resources/vectors/masking.json');
interface Vector {
  id: string;
  type: string;
  in: string | null;
  out: string | null;
}
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
const known = vectors.filter((vector) => MASKS.includes(vector.type) && vector.in !== null);

describe('masks', () => {
  it('are those of the server', () => {
    expect(known.length).toBeGreaterThan(60);
    const told = known.map(({ id, type, in: text }) => [id, masked(type, text ?? '')]);
    expect(told).toEqual(known.map(({ id, out }) => [id, out]));
  });

  it('follow from the tag, its kind and the type', () => {
    const tag = (more: object = {}) => ({ sensitivity: { level: 'personal', ...more } });
    expect(maskOf({ type: 'text', ...tag({ kind: 'name' }) })).toBe('person_name');
    expect(maskOf({ type: 'text', ...tag() })).toBe('free_text');
    expect(maskOf({ type: 'phone' })).toBe('phone');
    expect(maskOf({ type: 'id-card', ...tag({ mask: 'cn_id_3_4' }) })).toBe('cn_id_3_4');
    expect(maskOf({ type: 'number', ...tag() })).toBe('secret');
    expect(maskOf({ type: 'text', sensitivity: { level: 'secret', kind: 'name' } })).toBe('secret');
  });
});
