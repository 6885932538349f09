import { describe, expect, it } from 'vitest';
import { sameLines, toLines, toPurposes } from './purposes';

const kept = [
  { key: 'sales', title: { 'zh-CN': '销售', en: 'Sales', fr: 'Ventes' } },
  { key: 'old', title: '旧的' },
];

describe('purposes while they are edited', () => {
  it('keep their keys and the languages that the page does not show', () => {
    expect(toPurposes(toLines(kept))[0]).toEqual({
      key: 'sales',
      title: { 'zh-CN': '销售', en: 'Sales', fr: 'Ventes' },
    });
    expect(toPurposes(toLines(kept))[1]?.key).toBe('old');
    expect(sameLines(toLines(kept), toLines(kept))).toBe(true);
  });

  it('get a key of their own when they are new', () => {
    const line = (en: string, zh = '新') => ({ id: en, key: undefined, zh, en, others: {} });
    const keys = toPurposes([...toLines(kept), line('Sales'), line('After-sales care!'), line(''), line('')]).map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['sales', 'old', 'sales-2', 'after-sales-care', 'purpose-1', 'purpose-2']);
  });

  it('notice a change', () => {
    const [first, ...rest] = toLines(kept);
    expect(first && sameLines([{ ...first, en: 'Selling' }, ...rest], toLines(kept))).toBe(false);
    expect(sameLines(rest, toLines(kept))).toBe(false);
  });
});
