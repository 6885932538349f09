import { describe, expect, it } from 'vitest';
import { evaluate, holds, passes, toScale } from './index';

describe('evaluate', () => {
  it('reads members and relations by their id', () => {
    const owner = ['=', ['get', 'string', 'owner'], ['get', 'string', 'user', 'id']] as const;
    expect(holds(owner, { owner: { id: 'u1', name: '李雷' }, user: { id: 'u1' } })).toBe(true);
  });

  it('takes a masked value for null', () => {
    const limit = ['>', ['get', 'number', 'creditLimit'], ['number', '0']] as const;
    expect(evaluate(limit, { creditLimit: { masked: '***' } })).toBeNull();
    expect(holds(limit, { creditLimit: { masked: '***' } })).toBe(false);
    expect(passes(limit, { creditLimit: { masked: '***' } })).toBe(true);
  });

  it('never reads what an object inherits', () => {
    expect(evaluate(['get', 'any', 'constructor', 'name'], {})).toBeNull();
    expect(() => evaluate(['call', 'constructor'], {})).toThrow('unknown function');
  });

  it('refuses operations of a newer server', () => {
    expect(() => evaluate(['power', ['number', '2'], ['number', '3']], {})).toThrow('unknown operation');
  });

  it('formats to the scale of the field', () => {
    expect(toScale(evaluate(['*', ['number', '3'], ['number', '19.9665']], {}), 2)).toBe('59.90');
    expect(toScale(evaluate(['number', '2.5'], {}), 0)).toBe('2');
    expect(toScale(null, 2)).toBeNull();
  });

  it('fails as a whole on a modulo by zero, as the server does', () => {
    expect(
      evaluate(['call', 'get or else', ['call', 'modulo', ['number', '1'], ['number', '0']], ['number', '1']], {}),
    ).toBeNull();
  });
});
