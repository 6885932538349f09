// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import corpus from '../../../test/rich-text.json';
import { plainText, richText } from './index';

interface Kept {
  rule: string;
  in: string;
  out: string;
  text: string;
}

interface Refused {
  in: string;
  code: string;
  reason?: string;
}

describe('rich text', () => {
  it.each(corpus.kept as Kept[])('$rule', (each) => {
    const read = richText(each.in);
    expect(read.findings).toEqual([]);
    expect(read.html).toBe(each.out);
    expect(plainText(read.html)).toBe(each.text);
    expect(richText(read.html).html).toBe(read.html);
  });

  it.each(corpus.refused as Refused[])('refuses $in', (each) => {
    const finding = { code: each.code, ...(each.reason ? { params: { reason: each.reason } } : {}) };
    expect(richText(each.in).findings).toContainEqual(finding);
    expect(richText(each.in).html).toBe('');
  });

  it('is bounded', () => {
    expect(richText(`<ul>${'<li>a</li>'.repeat(10_000)}</ul>`).findings).toEqual([
      { code: 'field.html-too-complex', params: { reason: 'NODES' } },
    ]);
  });
});
