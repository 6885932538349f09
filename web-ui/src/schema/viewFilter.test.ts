import { describe, expect, it } from 'vitest';
import { viewFilter } from './viewFilter';

const user = { id: 'u1', name: '李雷' };
const level = ['get', 'string', 'level'];
const mine = ['=', ['get', 'string', 'owner'], ['get', 'string', 'user', 'id']];

describe('a view’s condition', () => {
  it('is asked with what is constant for this reader', () => {
    expect(viewFilter(mine, user)).toEqual({ field: 'owner', op: 'eq', value: 'u1' });
    expect(
      viewFilter(['and', ['=', ['string', 'A'], level], ['>=', ['get', 'number', 'amount'], ['number', '0']]], user),
    ).toEqual({
      and: [
        { field: 'level', op: 'eq', value: 'A' },
        { field: 'amount', op: 'gte', value: '0' },
      ],
    });
    expect(viewFilter(['<', ['number', '5'], ['get', 'number', 'amount']], user)).toEqual({
      field: 'amount',
      op: 'gt',
      value: '5',
    });
    expect(viewFilter(['!=', level, ['null']], user)).toEqual({ field: 'level', op: 'isNotEmpty' });
  });

  it('that says more than comparisons is not offered instead of being loosened', () => {
    expect(viewFilter(['=', level, ['get', 'string', 'source']], user)).toBeUndefined();
    expect(viewFilter(['and', mine, ['call', 'contains', level, ['string', 'A']]], user)).toBeUndefined();
    expect(viewFilter(undefined, user)).toBeUndefined();
  });
});
